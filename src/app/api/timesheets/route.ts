import { handleTimesheetExport } from "@/server/timesheets/export-timesheet";

export const dynamic = "force-dynamic";

export const GET = handleTimesheetExport;
