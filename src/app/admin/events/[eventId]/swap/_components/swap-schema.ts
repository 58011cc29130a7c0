import * as z from "zod";
import { swapSlotsInput } from "@/modules/event-instances/inputs/life";

const { reason, notifyStaff, notifyClient } = swapSlotsInput.shape;

/** What is said about a swap. Why it is all right is asked for only where something is in the way. */
export function swapSchema(isClashing: boolean) {
  const why = isClashing ? reason : z.string();
  return z.object({ reason, notifyStaff, notifyClient, why });
}
