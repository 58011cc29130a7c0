import { afterAll, beforeAll, expect, test } from "vitest";
import { countFresh } from "@/domain-events/monitoring/count";
import { takeSample } from "@/domain-events/monitoring/sample";
import { withClient } from "@/launch/roles.mjs";
import { createTestDatabase } from "@/testing/database";
import { aFact, createWorld, emit, type World } from "@/testing/reliability/world";
import { countFound } from "./count";

const COPIES = 1_499;

let world: World;
beforeAll(async () => {
  world = await createWorld(await createTestDatabase());
  await emit(world.db, [aFact("b-1")]);
  await withClient(world.test.superuserUrl, (superuser) =>
    superuser.query(
      `INSERT INTO event_log (id, type, category, "timestamp", correlation_id, source, payload, recorded_at, expires_on,
         entity_ids, actor_id)
       SELECT gen_random_uuid(), type, category, "timestamp", correlation_id, source, payload, recorded_at, expires_on,
         entity_ids, actor_id
       FROM event_log CROSS JOIN generate_series(1, ${COPIES})`,
    ),
  );
  while ((await countFresh(world.db, takeSample))?.isCaughtUp !== true);
});
afterAll(async () => {
  await world.close();
  await world.test.drop();
});

const now = Date.now();
const day = { from: new Date(now - 86_400_000).toISOString(), to: new Date(now + 3_600_000).toISOString() };

test("above a thousand, types and times are estimated; what the rollups do not know is only more", async () => {
  const total = COPIES + 1;
  const found = (filter: object = {}) => countFound(world.db, { ...day, ...filter }, now);
  const more = { count: 1_000, isMore: true };
  expect(await found()).toEqual({ ...more, about: total });
  expect(await found({ categories: ["booking"] })).toEqual({ ...more, about: total });
  expect(await found({ types: ["BOOKING_APPROVED"] })).toEqual({ ...more, about: total });
  expect(await found({ correlationId: "b-1" })).toEqual({ ...more, about: null });
  expect(await found({ types: ["KIT_ASSIGNED_TO_ACTIVITY"] })).toEqual({
    count: 0,
    isMore: false,
    about: null,
  });
  expect(await countFound(world.db, null, now)).toEqual({ count: 0, isMore: false, about: null });
});
