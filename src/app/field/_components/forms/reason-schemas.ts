import * as z from "zod";
import { resolveIssueInput } from "@/modules/event-instances/inputs/life";
import { revokeConfirmationInput } from "@/modules/locations/inputs";

export const revokeSchema = z.object({ reason: revokeConfirmationInput.shape.reason });
export const resolveSchema = z.object({ resolution: resolveIssueInput.shape.resolution.unwrap() });
