import * as z from "zod";
import { resolveIssueInput } from "@/modules/event-instances/inputs/life";

export const resolveSchema = z.object({ resolution: resolveIssueInput.shape.resolution.unwrap() });
