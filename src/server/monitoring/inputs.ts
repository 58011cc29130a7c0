import * as z from "zod";
import { HEALTH_RANGES } from "@/domain-events/monitoring/series";

export const monitoringInput = z.strictObject({ range: z.enum(HEALTH_RANGES).default("1h") });
