import { fileURLToPath } from "node:url";
import { ensureDemo } from "./demo.mjs";
import { ensureDependencies } from "./dependencies.mjs";
import { greetWhenReady } from "./greeting.mjs";
import { live } from "./life.mjs";
import { availablePort } from "./port.mjs";
import { openWorld, takeCharge } from "./world.mjs";

/**
 * `npm run dev`: as `npm start`, with pages that reload. The dispatcher runs beside it under a file watcher,
 * because Next does not reload what its instrumentation has loaded.
 */
const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const DISPATCHER = ["watch", "--clear-screen=false", "--conditions=react-server", "src/launch/dispatcher.ts"];

await live(async (life) => {
  process.chdir(ROOT);
  const recordServer = await takeCharge(life);
  const port = await availablePort();
  ensureDependencies(ROOT, { dev: true });
  const world = await openWorld(life, { root: ROOT, mode: "development", recordServer });
  const hasDemo = await ensureDemo(life, world, ROOT);
  const env = { ...world.env, PORT: String(port) };
  const server = life.startNode(["node_modules/next/dist/bin/next", "dev", "-p", String(port)], {
    cwd: ROOT,
    env: { ...env, WORKER: "off" },
  });
  if (server.pid !== undefined) world.recordServer(server.pid);
  const dispatcher = life.startNode(["node_modules/tsx/dist/cli.mjs", ...DISPATCHER], { cwd: ROOT, env });
  let isOver = false;
  const ended = Promise.race([server.end, dispatcher.end]).finally(() => {
    isOver = true;
  });
  await greetWhenReady({ port, hasDemo, isOver: () => isOver });
  return (await ended).code;
});
