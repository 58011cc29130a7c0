import "server-only";
import { asyncApiDocument } from "@/domain-events/interchange/asyncapi";

/** The AsyncAPI document of the log as readable JSON. */
export function asyncApiText(): string {
  return `${JSON.stringify(asyncApiDocument(), null, 2)}\n`;
}
