import { createServer, type AddressInfo, type Server, type Socket } from "node:net";
import { afterAll, afterEach, beforeAll, expect, test, vi } from "vitest";
import { sql } from "@/db/sql";
import { approveInput } from "@/modules/bookings/inputs";
import { admin, clientPerson } from "@/testing/builders/actors";
import { createHandledWorld, type HandledWorld } from "@/testing/handled-world";
import { createMailTransport } from "@/server/mail/transport";
import { claimDueMail, MAIL_TRIES_MAX } from "./mail-rows";
import { sendDueMail, startMailSender } from "./mail-sender";

let world: HandledWorld;
beforeAll(async () => {
  world = await createHandledWorld({ mail: true });
});
afterAll(() => world.close());
afterEach(() => world.database.execute(sql`DELETE FROM outgoing_mail`));

/** As much of SMTP (RFC 5321) as one mail needs; `refuse` answers every recipient with a failure. */
async function smtpServer(refuse = false) {
  const mails: string[] = [];
  const server = createServer((socket) => converse(socket, mails, refuse));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const send = createMailTransport({
    target: { smtpUrl: `smtp://127.0.0.1:${port}` },
    from: "Muster <muster@agency.example>",
    host: "agency.example",
  });
  return { mails, send, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function converse(socket: Socket, mails: string[], refuse: boolean): void {
  let data: string | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 ready");
  socket.on("data", (chunk) => {
    const text = chunk.toString();
    if (data !== null) {
      data += text;
      if (!data.endsWith("\r\n.\r\n")) return;
      mails.push(data);
      data = null;
      say("250 taken");
    } else if (text.startsWith("DATA")) {
      data = "";
      say("354 go on");
    } else if (text.startsWith("RCPT") && refuse) say("450 mailbox is busy");
    else if (text.startsWith("QUIT")) socket.end("221 bye\r\n");
    else say("250 fine");
  });
}

const appUrl = "https://muster.example";

interface MailRow {
  readonly id: string;
  readonly status: string;
  readonly attempts: number;
  readonly waits: boolean;
  readonly last_error: string | null;
}

function rows(): Promise<MailRow[]> {
  return world.database.query<MailRow>(sql`
    SELECT id, status, attempts, next_try_at > clock_timestamp() AS waits, last_error FROM outgoing_mail`);
}

const makeDue = () => world.database.execute(sql`UPDATE outgoing_mail SET next_try_at = now()`);
const endLeases = () => world.database.execute(sql`UPDATE outgoing_mail SET lease_until = now()`);

test("each message is queued as one mail and leaves once", async () => {
  const smtp = await smtpServer();
  const { bookingId } = await world.submitted(["2035-06-02T10:00"]);
  expect(await rows()).toHaveLength(3);
  const options = { database: world.database, send: smtp.send, appUrl };
  expect(await sendDueMail(options)).toBe(3);
  expect(await sendDueMail(options)).toBe(0);
  expect(smtp.mails).toHaveLength(3);
  const receipt = smtp.mails.find((mail) => mail.includes(`To: ${clientPerson.id}@people.example`)) ?? "";
  expect(receipt).toContain("was sent");
  expect(receipt.replaceAll("=\r\n", "")).toContain(`https://muster.example/client/bookings/${bookingId}`);
  for (const row of await rows()) {
    expect(row).toMatchObject({ status: "sent", attempts: 1 });
    expect(smtp.mails.filter((mail) => mail.includes(`Message-ID: <${row.id}@agency.example>`))).toHaveLength(
      1,
    );
  }
  await smtp.close();
});

test("a server that refuses is tried again later, eight times at most", async () => {
  const smtp = await smtpServer(true);
  await world.submitted(["2035-06-02T10:00"]);
  const options = { database: world.database, send: smtp.send, appUrl };
  await sendDueMail(options);
  expect(await rows()).toMatchObject(
    Array.from({ length: 3 }, () => ({ status: "queued", attempts: 1, waits: true })),
  );
  expect((await rows())[0]?.last_error).toContain("450 mailbox is busy");
  expect(await sendDueMail(options)).toBe(0);
  for (let tries = 2; tries <= MAIL_TRIES_MAX; tries += 1) {
    await makeDue();
    expect(await sendDueMail(options)).toBe(3);
  }
  await makeDue();
  expect(await sendDueMail(options)).toBe(0);
  expect(await rows()).toMatchObject(Array.from({ length: 3 }, () => ({ status: "failed", attempts: 8 })));
  await smtp.close();
});

test("two senders at once share the work; a lease that is over is taken up by another", async () => {
  await world.submitted(["2035-06-02T10:00"]);
  const [one, other] = await Promise.all([claimDueMail(world.database, 2), claimDueMail(world.database, 5)]);
  const claimed = [...one, ...other].map((mail) => mail.id);
  expect(new Set(claimed).size).toBe(claimed.length);
  await claimDueMail(world.database, 5);
  expect(await claimDueMail(world.database, 5)).toEqual([]);
  await endLeases();
  const again = await claimDueMail(world.database, 5);
  expect(again).toHaveLength(3);
  expect(again.every((mail) => mail.attempts === 2)).toBe(true);
});

test("a mail whose sender vanishes with it every time is given up after eight tries", async () => {
  await world.submitted(["2035-06-02T10:00"]);
  for (let tries = 0; tries < MAIL_TRIES_MAX; tries += 1) {
    await endLeases();
    expect(await claimDueMail(world.database, 5)).toHaveLength(3);
  }
  await endLeases();
  expect(await claimDueMail(world.database, 5)).toEqual([]);
  expect(await rows()).toMatchObject(Array.from({ length: 3 }, () => ({ status: "failed", attempts: 8 })));
});

test("a mail that hangs is given up in time and tried again", async () => {
  await world.submitted(["2035-06-02T10:00"]);
  const send = () => new Promise<never>(() => undefined);
  await sendDueMail({ database: world.database, send, appUrl, sendTimeoutMs: 5 });
  expect(await rows()).toMatchObject([{ status: "queued" }, { status: "queued" }, { status: "queued" }]);
  expect((await rows())[0]?.last_error).toBe("the mail server took longer than 5 ms");
});

test("what was replaced before it left is not sent", async () => {
  const subjects: string[] = [];
  const send = async ({ subject }: { subject: string }) => {
    subjects.push(subject.replace(/BK-\d+/, "BK"));
  };
  const booking = await world.submitted(["2035-06-02T10:00"]);
  const { bookingId, version } = booking;
  const eventDates = await world.dates(bookingId);
  const override = { reason: "The tests share one venue" };
  await world.book(admin, {
    type: "approve",
    ...approveInput.parse({ bookingId, version, eventDates, override }),
  });
  await sendDueMail({ database: world.database, send, appUrl });
  expect(subjects.sort()).toEqual([
    "1 date of BK is approved",
    "1 event of BK is planned",
    "1 event of BK is planned",
  ]);
});

test("what was read before it left is not sent", async () => {
  const send = vi.fn(async () => undefined);
  await world.submitted(["2035-06-02T10:00"]);
  await world.database.execute(sql`UPDATE notification SET read_at = now() WHERE read_at IS NULL`);
  expect(await sendDueMail({ database: world.database, send, appUrl })).toBe(0);
  expect(send).not.toHaveBeenCalled();
});

test("a started sender works until it is stopped, and a failure to look does not end it", async () => {
  await world.submitted(["2035-06-02T10:00"]);
  const sent: string[] = [];
  let looks = 0;
  const database = {
    ...world.database,
    execute: (statement: Parameters<typeof world.database.execute>[0]) => {
      looks += 1;
      return looks === 1 ? Promise.reject(new Error("gone")) : world.database.execute(statement);
    },
  };
  const warn = vi.fn();
  const arrived = new Promise<void>((resolve) => {
    const sender = startMailSender({
      database,
      appUrl,
      pollMs: 1,
      logger: { warn },
      send: async ({ to }) => {
        sent.push(to);
        if (sent.length === 3) sender.stop().then(resolve, resolve);
      },
    });
  });
  await arrived;
  expect(sent).toHaveLength(3);
  expect(warn).toHaveBeenCalledTimes(1);
  expect(await rows()).toMatchObject([{ status: "sent" }, { status: "sent" }, { status: "sent" }]);
});
