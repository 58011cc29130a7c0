import { test, beforeAll, afterAll } from "vitest";
import { writeFileSync, appendFileSync } from "node:fs";
import { processWide } from "@/db/process-wide";
import { createLog } from "@/server/log";
import { createMatrixWorld, type MatrixWorld } from "@/testing/matrix/world";
import { call, origin } from "@/testing/matrix/call";
import { handleTrpc } from "@/server/trpc-endpoint";
import { cookieFor } from "@/testing/matrix/actors";
let world: MatrixWorld;
beforeAll(async () => {
  writeFileSync("/tmp/w/zz.log", "");
  processWide("logger", () => createLog({ write: (l) => appendFileSync("/tmp/w/zz.log", l) }));
  world = await createMatrixWorld();
});
afterAll(() => world.close());
test("x", async () => {
  const a = await call("bookings.list", { limit: 100 }, cookieFor("admin"));
  appendFileSync("/tmp/w/zz.log", a.text + "\n");
  for (const who of ["anonymous", "deactivatedAdmin", "agent"] as const) {
    const cookie = cookieFor(who);
    const hang = new AbortController();
    const r = await handleTrpc(new Request(`${origin}/api/trpc/live.changes`, { signal: hang.signal, headers: { accept: "text/event-stream", ...(cookie ? { cookie } : {}) } }));
    const rd = r.body!.getReader();
    setTimeout(() => hang.abort(), 300);
    let t = "";
    for (;;) { const { done, value } = await rd.read().catch(() => ({ done: true, value: undefined })); if (done) break; t += Buffer.from(value!).toString() + "|"; }
    appendFileSync("/tmp/w/zz.log", `${who} ${r.status} ${JSON.stringify(t)}\n`);
  }
});
