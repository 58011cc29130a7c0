import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureBuild } from "./build.mjs";
import { ensureDemo } from "./demo.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { greetWhenReady } from "./greeting.mjs";
import { live } from "./life.mjs";
import { availablePort } from "./port.mjs";
import { openWorld, takeCharge } from "./world.mjs";

/**
 * `npm start`: from a bare clone to a served page. Only Node's own modules may be imported here at the top,
 * since there may be no others yet. In production, containers and service files run this file with `node`:
 * npm does not pass SIGTERM on.
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));

await live(async (life) => {
  process.chdir(ROOT);
  const recordServer = await takeCharge(life);
  const port = await availablePort();
  if (!existsSync(join(ROOT, "node_modules"))) console.log("Installing packages …");
  ensureDependencies(ROOT, { dev: false });
  const world = await openWorld(life, { root: ROOT, mode: "production", recordServer });
  const hasDemo = await ensureDemo(life, world, ROOT);
  await ensureBuild(ROOT, life.node, () => {
    console.log("Building the pages, about a minute …");
    ensureDependencies(ROOT, { dev: true });
  });
  const server = life.startNode(["src/launch/serve.mjs"], {
    cwd: ROOT,
    // Our own listeners stop it (server/start.ts); Next's would end it in the middle of deliveries.
    env: { ...world.env, PORT: String(port), NEXT_MANUAL_SIG_HANDLE: "1" },
  });
  if (server.pid !== undefined) world.recordServer(server.pid);
  let isOver = false;
  const ended = server.end.finally(() => {
    isOver = true;
  });
  await greetWhenReady({ port, hasDemo, isOver: () => isOver });
  return (await ended).code;
});
