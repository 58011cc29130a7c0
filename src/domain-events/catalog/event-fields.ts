import * as z from "zod";
import { exampleIds } from "./example-ids";
import { id } from "./fields";

/** What every fact about one event carries. */
export const event = { eventId: id, bookingId: id };
export const eventClasses = { eventId: "business", bookingId: "business" } as const;
export const eventExample = { eventId: exampleIds.event, bookingId: exampleIds.booking };

/** Of an issue, from a remark to what stops everything. */
export const severity = z.enum(["low", "medium", "high", "critical"]);
