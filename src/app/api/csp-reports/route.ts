import { handlePolicyReport } from "@/server/policy-reports";

export const dynamic = "force-dynamic";

export { handlePolicyReport as POST };
