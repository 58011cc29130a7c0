import { handleImportUpload } from "@/server/imports/import-endpoint";

export const dynamic = "force-dynamic";

export const POST = handleImportUpload;
