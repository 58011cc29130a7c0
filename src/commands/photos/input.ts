import * as z from "zod";
import { idSchema } from "@/values/ids";

const PHOTOS_MAX = 20;

/** The photos that somebody attaches to what they report: each uploaded before, each once, 20 at most (S-43). */
export const photoIdsInput = z
  .array(idSchema)
  .max(PHOTOS_MAX, { error: `Attach ${PHOTOS_MAX} photos at most.` })
  .refine((ids) => new Set(ids).size === ids.length, { error: "A photo is listed twice." })
  .default([]);
