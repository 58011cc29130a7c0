import { groupDigits } from "@/values/count-words";

/** Compares the log with its seals: `npm run log:verify`. Ends with 1 when anything differs. */
import { verifyCommand } from "@/server/keeping/verify-command";
import { endWith } from "./end-with";

const PROGRESS_MS = 5_000;
let saidAt = Date.now();

await endWith(() =>
  verifyCommand((entries) => {
    if (Date.now() - saidAt < PROGRESS_MS) return;
    saidAt = Date.now();
    console.error(`… ${groupDigits(entries)} entries`);
  }),
);
