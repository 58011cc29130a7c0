export const dynamic = "force-dynamic";

/** Says that the process answers; nothing more is asked. */
export function GET(): Response {
  return Response.json({ status: "live" }, { headers: { "cache-control": "no-store" } });
}
