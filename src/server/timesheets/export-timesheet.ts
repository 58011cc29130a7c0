import "server-only";
import { newId } from "@/commands/new-id";
import { processWide } from "@/db/process-wide";
import { timesheetInput } from "@/modules/staffing/inputs/attendance";
import { timesheet } from "@/modules/staffing/queries/timesheet";
import { actorOf, createRequestContext, type RequestContext } from "@/server/context";
import { publicError } from "@/server/error-mapping";
import { inFlight } from "@/server/limits/in-flight";
import { log } from "@/server/log";
import { mayCall } from "@/server/permissions";
import { timesheetCsv } from "./csv";

/** One at a time for each person (S-58). */
const exports = () => processWide("timesheet-exports", () => inFlight(1));

/** Answers a GET that names what `staffing.timesheet` takes with a CSV file; reading it changes nothing. */
export async function handleTimesheetExport(request: Request): Promise<Response> {
  const context = { ...createRequestContext(request.headers), requestId: newId() };
  try {
    return await answer(request, context);
  } catch (error) {
    const { code, message } = publicError(error);
    if (code === "INVALID") return refuse(context, 400, message);
    log().error({ requestId: context.requestId, path: "/api/timesheets", err: error }, "timesheet failed");
    return refuse(context, code === "TRY_AGAIN" ? 503 : 500, message);
  }
}

async function answer(request: Request, context: RequestContext): Promise<Response> {
  const person = await context.person();
  if (!person) return refuse(context, 401, "Sign in to go on.");
  if (!mayCall(person.role, "staffing.timesheet"))
    return refuse(context, 403, "Timesheets are for the agency.");
  const input = timesheetInput.parse(Object.fromEntries(new URL(request.url).searchParams));
  const leave = exports().enter(person.personId);
  if (!leave)
    return refuse(context, 429, "A timesheet of yours is being written already. Wait until it is done.");
  try {
    const { lines, isCut } = await timesheet(context.database, actorOf(person), input);
    if (isCut)
      return refuse(context, 400, "These are too many shifts for one file. Choose a shorter period.");
    return new Response(timesheetCsv(lines, { withPay: person.role !== "manager" }), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="timesheet-${input.from}-to-${input.to}.csv"`,
        "cache-control": "no-store",
        "x-request-id": context.requestId,
      },
    });
  } finally {
    leave();
  }
}

function refuse({ requestId }: RequestContext, status: number, message: string): Response {
  return Response.json(
    { error: { message, requestId } },
    { status, headers: { "cache-control": "no-store", "x-request-id": requestId } },
  );
}
