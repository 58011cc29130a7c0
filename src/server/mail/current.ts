import { join } from "node:path";
import { processWide } from "@/db/process-wide";
import { env } from "@/env";
import { createMailTransport, type SendMail } from "./transport";

/**
 * How this process sends mail: through SMTP_URL, else into files below DATA_DIR where nobody's real mail is at
 * stake, else (production on a real database) not at all: null.
 */
export function mailTransport(): SendMail | null {
  return processWide("mail", () => {
    const { smtpUrl, mode, database, dataDir, appUrl } = env();
    if (smtpUrl === undefined && mode === "production" && !database.isEmbedded) return null;
    const host = new URL(appUrl).hostname;
    const target = smtpUrl === undefined ? { folder: join(dataDir, "mail") } : { smtpUrl };
    return createMailTransport({ target, from: `Muster <muster@${host}>`, host });
  });
}
