import { afterAll, beforeAll } from "vitest";
import { withClient } from "@/launch/roles.mjs";
import { createTestDatabase } from "@/testing/database";
import { createWorld, type World } from "./world";

/** A world for all tests of a file, with what this statement of the owner puts there; gone after them. */
export function filledWorld(statement: string, values?: unknown[]): () => World {
  let world: World | undefined;
  beforeAll(async () => {
    world = await createWorld(await createTestDatabase());
    await withClient(world.test.ownerUrl, (owner) => owner.query(statement, values));
  });
  afterAll(async () => {
    await world?.close();
    await world?.test.drop();
  });
  return () => {
    if (!world) throw new Error("asked for outside of a test");
    return world;
  };
}
