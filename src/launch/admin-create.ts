/**
 * Adds an administrator who can sign in: `npm run admin:create -- --email ada@agency.example --name "Ada Byron"`.
 * The password is asked for without showing it, or read from standard input where that is no terminal.
 */
import { parseArgs } from "node:util";
import { createDatabase } from "@/db/database";
import { env } from "@/env";
import { createFirstAdmin } from "@/server/auth/first-admin";
import { askHidden, readAll } from "./hidden-input";

const USAGE = `Usage: npm run admin:create -- --email ada@agency.example --name "Ada Byron" [--password-stdin]`;

try {
  await createAdmin();
} catch (error) {
  process.exitCode = 1;
  // A refusal is a sentence for the person at the keyboard; anything else needs its stack.
  if (error instanceof Error && (error.name === "Refusal" || error.name === "InvalidEnvironment")) {
    console.error(error.message);
  } else console.error(error);
}

async function createAdmin(): Promise<void> {
  const wish = readArguments();
  if (wish === null) {
    console.error(USAGE);
    process.exitCode = 2;
    return;
  }
  const password = await readPassword(wish.isPasswordOnStdin);
  if (password === null) {
    console.error("No password, or two different ones; nothing was changed.");
    process.exitCode = 1;
    return;
  }
  const database = createDatabase({
    url: env().database.url,
    max: 1,
    applicationName: "muster admin-create",
  });
  try {
    await createFirstAdmin(database, { email: wish.email, name: wish.name, password });
    console.log(
      `${wish.name} can now sign in as ${wish.email.trim().toLowerCase()} at ${env().appUrl}/sign-in.`,
    );
  } finally {
    await database.close();
  }
}

interface Wish {
  readonly email: string;
  readonly name: string;
  readonly isPasswordOnStdin: boolean;
}

/** Null when they cannot be understood. A password is no argument: arguments are seen by everybody on the machine. */
function readArguments(): Wish | null {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: "string" },
        name: { type: "string" },
        "password-stdin": { type: "boolean", default: false },
      },
    });
    if (values.email === undefined || values.name === undefined) return null;
    return { email: values.email, name: values.name, isPasswordOnStdin: values["password-stdin"] };
  } catch {
    return null;
  }
}

/** Null when it is left out or the repetition differs. */
async function readPassword(isOnStdin: boolean): Promise<string | null> {
  if (isOnStdin || !process.stdin.isTTY) return (await readAll(process.stdin)).replace(/\r?\n$/, "");
  const password = await askHidden("Password (12 characters or more): ");
  return password !== null && password === (await askHidden("Once more: ")) ? password : null;
}
