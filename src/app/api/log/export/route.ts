import { handleLogExport } from "@/server/log-export/export-endpoint";

export const dynamic = "force-dynamic";

export const POST = handleLogExport;
