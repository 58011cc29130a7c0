import { handleAsyncApi } from "@/server/log-catalog/asyncapi-endpoint";

export const dynamic = "force-dynamic";

export const GET = handleAsyncApi;
