import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createMailTransport } from "./transport";

const mail = { to: "ana@agency.example", subject: "Grüße", text: "Hello\nAna", messageId: "fact-1.ana" };
const sender = { from: "Muster <muster@agency.example>", host: "agency.example" };

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "muster-mail-"));
});
afterEach(() => rm(folder, { recursive: true }));

test("without a mail server each mail is a file, and a repeat is the same file", async () => {
  const send = createMailTransport({ ...sender, target: { folder: join(folder, "mail") } });
  await send(mail);
  await send(mail);
  expect(await readdir(join(folder, "mail"))).toEqual(["fact-1.ana.eml"]);
  const text = await readFile(join(folder, "mail", "fact-1.ana.eml"), "utf8");
  expect(text).toContain("To: ana@agency.example\n");
  expect(text).toContain("Message-ID: <fact-1.ana@agency.example>\n");
  expect(text).toMatch(/\n\nHello\nAna/);
});

test("what comes in from outside adds no header and no second reader", async () => {
  const send = createMailTransport({ ...sender, target: { folder } });
  await send({ ...mail, subject: "Hi\r\nBcc: eve@evil.example", messageId: "../a/b" });
  const text = await readFile(join(folder, ".._a_b.eml"), "utf8");
  expect(text).not.toMatch(/^bcc:/im);
});

test("a mail server gets the mail; one that is away rejects", async () => {
  const heard: string[] = [];
  const server = createServer((socket) => speakSmtp(socket, heard));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const send = createMailTransport({ ...sender, target: { smtpUrl: `smtp://127.0.0.1:${port}` } });
  await send(mail);
  expect(heard.join("")).toContain("RCPT TO:<ana@agency.example>");
  expect(heard.join("")).toContain("Message-ID: <fact-1.ana@agency.example>");
  await new Promise((resolve) => server.close(resolve));
  await expect(send(mail)).rejects.toThrow();
});

/** As much of SMTP (RFC 5321) as one mail needs. */
function speakSmtp(socket: Socket, heard: string[]): void {
  let isInData = false;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 ready");
  socket.on("data", (chunk) => {
    const text = chunk.toString();
    heard.push(text);
    if (isInData) {
      if (!text.endsWith("\r\n.\r\n")) return;
      isInData = false;
      say("250 taken");
    } else if (text.startsWith("DATA")) {
      isInData = true;
      say("354 go on");
    } else if (text.startsWith("QUIT")) socket.end("221 bye\r\n");
    else say("250 fine");
  });
}
