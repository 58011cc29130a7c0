import * as z from "zod";
import { scanKitInput } from "@/modules/kits/inputs/custody";

export const scanSchema = z.object({ code: scanKitInput.shape.code });
export type ScanFields = z.infer<typeof scanSchema>;
