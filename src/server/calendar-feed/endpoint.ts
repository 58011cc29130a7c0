import "server-only";
import { newId } from "@/commands/new-id";
import { requestDatabase } from "@/server/databases";
import { publicError } from "@/server/error-mapping";
import { log } from "@/server/log";
import { readFeed } from "./feed";

const HEADERS = {
  "cache-control": "private, no-store",
  "content-security-policy": "default-src 'none'; sandbox; frame-ancestors 'none'",
  "x-robots-tag": "noindex, nofollow",
};

/** Answers with a calendar, or 404. The address is the secret, so it is never logged. */
export async function handleCalendar(file: string): Promise<Response> {
  const requestId = newId();
  try {
    const text = await readFeed(requestDatabase(), file);
    if (text === null) return new Response("There is no such calendar.", { status: 404, headers: HEADERS });
    return new Response(text, {
      headers: {
        ...HEADERS,
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="shifts.ics"',
      },
    });
  } catch (error) {
    log().error({ requestId, path: "/calendar", err: error }, "calendar failed");
    const status = publicError(error).code === "TRY_AGAIN" ? 503 : 500;
    return new Response("The calendar is away for a moment.", { status, headers: HEADERS });
  }
}
