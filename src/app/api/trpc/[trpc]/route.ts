import { handleTrpc } from "@/server/trpc-endpoint";

export const dynamic = "force-dynamic";

export { handleTrpc as GET, handleTrpc as POST };
