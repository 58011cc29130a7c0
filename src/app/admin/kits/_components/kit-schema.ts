import { kitFields } from "@/modules/kits/inputs/records";

export const newKitSchema = kitFields;
export const kitSchema = kitFields.omit({ kitTemplateId: true });
