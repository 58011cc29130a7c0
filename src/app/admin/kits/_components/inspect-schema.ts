import { inspectInput } from "@/modules/kits/inputs/units";

export const inspectSchema = inspectInput.omit({ kitInstanceId: true });
