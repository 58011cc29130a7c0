import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createTransport } from "nodemailer";

export interface Mail {
  /** One address. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same for every attempt at the same mail, so that a repeat can be told from a second mail; no spaces. */
  readonly messageId: string;
}

/** Resolves once the mail is handed over; rejects when it could not be, and then it may be tried again. */
export type SendMail = (mail: Mail) => Promise<void>;

export interface MailTransportOptions {
  /** A mail server as in SMTP_URL, or a folder that collects the mails as .eml files (development and tests). */
  readonly target: { readonly smtpUrl: string } | { readonly folder: string };
  /** The sender, as in `Muster <muster@agency.example>`. */
  readonly from: string;
  /** The host that message ids end in. */
  readonly host: string;
}

/** Plain text only; nothing that a mail names is fetched from disk or network. */
export function createMailTransport({ target, from, host }: MailTransportOptions): SendMail {
  const compose = (mail: Mail) => ({
    from,
    to: { name: "", address: mail.to },
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.messageId}@${host}>`,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  if ("smtpUrl" in target) {
    const server = createTransport(target.smtpUrl);
    return async (mail) => {
      await server.sendMail(compose(mail));
    };
  }
  const written = createTransport({ streamTransport: true, buffer: true, newline: "unix" });
  return async (mail) => {
    const { message } = await written.sendMail(compose(mail));
    await mkdir(target.folder, { recursive: true, mode: 0o700 });
    const file = `${mail.messageId.replaceAll(/[^\w.-]/g, "_")}.eml`;
    await writeFile(join(target.folder, file), message, { mode: 0o600 });
  };
}
