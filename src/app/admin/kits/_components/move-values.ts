import type * as z from "zod";
import type { moveSchema } from "./move-schema";

/** What the form of moving parts holds, and what it comes to. */
export type MoveValues = z.input<typeof moveSchema>;
export type MoveWish = z.output<typeof moveSchema>;
