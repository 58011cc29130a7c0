import * as z from "zod";
import { cancelInput } from "@/modules/event-instances/inputs/life";

export const cancelSchema = z.object({ reason: cancelInput.shape.reason, notifyClient: z.boolean() });

export type CancelFields = z.infer<typeof cancelSchema>;
