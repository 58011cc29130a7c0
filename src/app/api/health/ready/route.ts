import { handleReadiness } from "@/server/health";

export const dynamic = "force-dynamic";

export { handleReadiness as GET };
