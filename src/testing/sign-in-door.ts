import { newId } from "@/commands/new-id";
import { createDatabase, type Database } from "@/db/database";
import { sql } from "@/db/sql";
import { createCredentials } from "@/server/auth/credentials";
import { createSignInHandler, type SignInHandler, type SignInServices } from "@/server/auth/handler";
import type { SignInSettings } from "@/server/auth/settings";
import { withPeerAddress } from "@/server/limits/peer-address";
import type { Mail } from "@/server/mail/transport";
import { createTestDatabase } from "./database";

export const PASSWORD = "grass over the hill";
export const settings: SignInSettings = {
  secret: "s3ss10n-k3y-for-the-tests-of-sign-in",
  appUrl: "https://muster.example",
  trustedOrigins: ["https://muster.example"],
  trustedProxies: ["10.0.0.0/8"],
};

export interface Sending {
  readonly peer?: string;
  readonly headers?: Record<string, string>;
  readonly to?: string;
  /** Default: the one that mails. */
  readonly by?: SignInHandler;
}

/** The door where people sign in, on a database of its own. */
export interface SignInDoor {
  readonly database: Database;
  readonly services: SignInServices;
  readonly mails: readonly Mail[];
  /** Everything that was put off until after an answer is done. */
  afterwards(): Promise<void>;
  /** Somebody new, with the password above. */
  person(role?: string): Promise<{ id: string; email: string }>;
  /** A request from an address that nobody had before, unless one is given. */
  send(body: unknown, sending?: Sending): Promise<Response>;
  close(): Promise<void>;
}

export async function openSignInDoor(): Promise<SignInDoor> {
  const own = await createTestDatabase();
  const database = createDatabase({ url: own.url, max: 5, applicationName: "sign-in test" });
  const mails: Mail[] = [];
  const putOff: Promise<void>[] = [];
  const services: SignInServices = {
    sendMail: async (mail) => {
      mails.push(mail);
    },
    afterAnswer: (work) => {
      putOff.push(work());
    },
  };
  const handler = createSignInHandler(database, settings, services);
  let lastHost = 0;
  return {
    database,
    services,
    mails,
    afterwards: async () => {
      await Promise.all(putOff);
    },
    person: (role = "manager") => newPerson(database, role),
    send: (body, { peer, headers = {}, to = "sign-in/email", by = handler } = {}) => {
      lastHost += 1;
      const from = peer ?? `198.18.${Math.floor(lastHost / 250)}.${lastHost % 250}`;
      return by(request(to, body, headers, from));
    },
    close: async () => {
      await database.close();
      await own.drop();
    },
  };
}

async function newPerson(database: Database, role: string): Promise<{ id: string; email: string }> {
  const id = newId();
  const email = `${id}@agency.example`;
  await database.transaction(async (tx) => {
    await tx.execute(
      sql`INSERT INTO person (id, name, email, role) VALUES (${id}, 'Ana', ${email}, ${role})`,
    );
    await createCredentials(tx, { personId: id, password: PASSWORD });
  });
  return { id, email };
}

function request(to: string, body: unknown, headers: Record<string, string>, from: string): Request {
  return new Request(`https://muster.example/api/auth/${to}`, {
    method: "POST",
    headers: withPeerAddress(
      new Headers({
        "content-type": "application/json",
        "sec-fetch-site": "same-origin",
        origin: "https://muster.example",
        ...headers,
      }),
      from,
    ),
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

/** What a browser sends once it has taken the cookie of an answer. */
export function cookieOf(response: Response): Headers {
  return new Headers({ cookie: response.headers.getSetCookie()[0]?.split(";")[0] ?? "" });
}
