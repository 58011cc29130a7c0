import * as z from "zod";
import { setPreferenceInput } from "@/modules/directory/inputs/profile";

/** As the form holds it: "none" takes back what was said. */
export const preferenceSchema = z.strictObject({
  clientId: setPreferenceInput.shape.clientId,
  preference: z.enum(["preferred", "blocked", "none"]).transform((said) => (said === "none" ? null : said)),
  reason: setPreferenceInput.shape.reason.unwrap(),
});
