import type { Database } from "@/db/database";
import { sql } from "@/db/sql";
import { type PaperEnding, papersEnding } from "@/modules/directory/queries/papers-ending";
import { counted } from "@/values/count-words";

const KIND = "paper-reminder";
/** More names in one message are not read. */
const NAMES_MAX = 5;

/** One message, and what makes it the same one when it is looked at again. */
interface Reminder {
  readonly recipientId: string;
  readonly once: string;
  readonly subject: string;
  readonly title: string;
  readonly body: string;
  readonly link: string;
}

/**
 * Reminds people of papers that end within four weeks, once for each paper and end, and the desk once a week of all of
 * them. By the clock and not from a fact, since none happens then. Resolves to how many papers were looked at.
 */
export async function remindPapers(database: Database, options: { readonly mail: boolean }): Promise<number> {
  const { papers, adminIds, week } = await papersEnding(database);
  if (papers.length === 0) return 0;
  const reminders = [...papers.map(ownReminder), ...adminIds.map((id) => deskReminder(id, papers, week))];
  await database.execute(sql`
    WITH written AS (
      INSERT INTO notification (id, recipient_id, event_id, kind, subject_type, subject_id, title, body, link, urgent,
        created_at)
      SELECT gen_random_uuid(), r."recipientId", md5(r.once)::uuid, ${KIND}, 'user', r.subject, r.title, r.body,
        r.link, false, now()
      FROM jsonb_to_recordset(${JSON.stringify(reminders)}::jsonb) AS r ("recipientId" uuid, once text, subject text,
        title text, body text, link text)
      ON CONFLICT (event_id, recipient_id, kind) DO NOTHING
      RETURNING id
    )
    INSERT INTO outgoing_mail (id, notification_id)
    SELECT gen_random_uuid(), w.id FROM written w WHERE ${options.mail}::boolean`);
  return papers.length;
}

function ownReminder({ userId, kind, validUntil }: PaperEnding): Reminder {
  return {
    recipientId: userId,
    once: `${KIND}:${userId}:${kind}:${validUntil}`,
    subject: userId,
    title: `Your ${kind.toLowerCase()} ends on ${validUntil}`,
    body: "Show a new one to the desk, so that you can go on taking shifts that ask for it.",
    link: "/agent/availability",
  };
}

function deskReminder(adminId: string, papers: readonly PaperEnding[], week: string): Reminder {
  const named = papers
    .slice(0, NAMES_MAX)
    .map(({ name, kind, validUntil }) => `${name}: ${kind}, ${validUntil}`);
  const more = papers.length - named.length;
  return {
    recipientId: adminId,
    once: `${KIND}:desk:${week}`,
    subject: adminId,
    title: `${counted(papers.length, "paper")} ${papers.length === 1 ? "ends" : "end"} within four weeks`,
    body: `${[...named, ...(more > 0 ? [`and ${more} more`] : [])].join("; ")}.`,
    link: "/admin/people?papers=true",
  };
}
