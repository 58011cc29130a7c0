import * as z from "zod";
import { startInput } from "@/modules/event-instances/inputs/life";

/** An event that is not ready takes a reason. */
export const startSchema = z.object({ reason: startInput.shape.override.unwrap().shape.reason });
/** A ready one takes none. */
export const readyStartSchema = z.object({ reason: z.string() });
