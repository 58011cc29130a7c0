import type { CommandReport } from "@/server/keeping/retention-command";
import { stopEverything } from "@/server/start";

/**
 * How an operator's program ends: its lines are printed, what it opened is closed, and the exit code is 0 when all is
 * good, 1 when something is not, 2 when its arguments cannot be understood.
 * @param wish what to do, or a sentence on how to say it
 */
export async function endWith(wish: string | (() => Promise<CommandReport>)): Promise<void> {
  if (typeof wish === "string") {
    console.error(wish);
    process.exitCode = 2;
    return;
  }
  try {
    const { lines, isGood } = await wish();
    for (const line of lines) console.log(line);
    process.exitCode = isGood ? 0 : 1;
  } catch (error) {
    process.exitCode = 1;
    // What a setting lacks is a sentence for the person at the keyboard; anything else needs its stack.
    const isSentence = error instanceof Error && ["Refusal", "InvalidEnvironment"].includes(error.name);
    console.error(isSentence ? error.message : error);
  } finally {
    await stopEverything();
  }
}
