import { handleCalendar } from "@/server/calendar-feed/endpoint";

export const dynamic = "force-dynamic";

export async function GET(_: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  return handleCalendar(file);
}
