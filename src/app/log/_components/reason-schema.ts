import * as z from "zod";
import { reasonSchema } from "@/modules/operations/inputs";

/** Loaded with the first check of the form. */
export const reasonFields = z.object({ reason: reasonSchema });
