import { handleMetrics } from "@/server/metrics/endpoint";

export const dynamic = "force-dynamic";

export { handleMetrics as GET };
