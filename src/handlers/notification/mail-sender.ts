import type { Queryable } from "@/db/database";
import { env } from "@/env";
import { type ClaimedMail, claimDueMail, markFailed, markSent } from "./mail-rows";

/** Hands one mail to a server. `messageId` is the same for every attempt at the same mail. */
export type SendMail = (mail: {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
}) => Promise<void>;

interface MailLogger {
  warn(details: object, message: string): void;
}

export interface MailSenderOptions {
  readonly database: Queryable;
  readonly send: SendMail;
  readonly logger?: MailLogger;
  /** Where links lead, without a slash at the end. Default: `APP_URL`. */
  readonly appUrl?: string;
  /** The wait between two looks for mail. Default 2,000. */
  readonly pollMs?: number;
  /** The longest that one mail may take to be handed over; well below the lease. Default 60,000. */
  readonly sendTimeoutMs?: number;
}

export interface MailSender {
  /** Lets mails under way finish and takes no more. Safe to call twice. */
  stop(): Promise<void>;
}

const BATCH = 5;

/**
 * Sends what `deliver` queued, until it is stopped. Several may run on one database.
 *
 * Each mail is marked before it leaves and again after. A process that dies in between cannot know whether the
 * server took it: the mail is sent again once its lease is over, under the same Message-ID, by which a mail
 * system recognizes the repeat. So a mail leaves at least once, and in effect not twice.
 */
export function startMailSender(options: MailSenderOptions): MailSender {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const look = async () => {
    const tried = await sendDueMail(options).catch((error: unknown) => {
      options.logger?.warn({ err: error }, "mail could not be looked for");
      return 0;
    });
    if (stopped) return;
    timer = setTimeout(begin, tried === BATCH ? 0 : (options.pollMs ?? 2_000));
    timer.unref();
  };
  const begin = () => {
    running = look();
  };
  begin();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Claims up to five due mails and tries each once; resolves to how many. A failed try is data, never an error. */
export async function sendDueMail(options: MailSenderOptions): Promise<number> {
  const claimed = await claimDueMail(options.database, BATCH);
  await Promise.all(claimed.map((mail) => trySending(mail, options)));
  return claimed.length;
}

async function trySending(mail: ClaimedMail, options: MailSenderOptions): Promise<void> {
  const appUrl = options.appUrl ?? env().appUrl;
  try {
    await withinMs(
      options.sendTimeoutMs ?? 60_000,
      options.send({
        to: mail.to,
        subject: mail.title,
        text: `${mail.body}\n\n${appUrl}${mail.link}\n`,
        messageId: mail.id,
      }),
    );
  } catch (error) {
    const gaveUp = await markFailed(
      options.database,
      mail,
      error instanceof Error ? error.message : String(error),
    );
    options.logger?.warn({ err: error, mailId: mail.id, gaveUp }, "a mail could not be sent");
    return;
  }
  // It has left: what goes wrong from here on must not look like a mail that failed.
  await markSent(options.database, mail).catch((error: unknown) => {
    options.logger?.warn({ err: error, mailId: mail.id }, "a mail left, but that could not be noted");
  });
}

async function withinMs(limitMs: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`the mail server took longer than ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
