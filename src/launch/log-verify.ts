/** Compares the log with its seals: `npm run log:verify`. Ends with 1 when anything differs. */
import { verifyCommand } from "@/server/keeping/verify-command";
import { stopEverything } from "@/server/start";

const PROGRESS_MS = 5_000;
let saidAt = Date.now();

try {
  const { lines, isGood } = await verifyCommand((entries) => {
    if (Date.now() - saidAt < PROGRESS_MS) return;
    saidAt = Date.now();
    console.error(`… ${entries.toLocaleString("en")} entries`);
  });
  for (const line of lines) console.log(line);
  process.exitCode = isGood ? 0 : 1;
} finally {
  await stopEverything();
}
