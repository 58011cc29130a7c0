import { handleAuthRequest } from "@/server/auth/current";

export const dynamic = "force-dynamic";

export const GET = handleAuthRequest;
export const POST = handleAuthRequest;
