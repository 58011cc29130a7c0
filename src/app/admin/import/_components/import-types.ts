import type { RouterInputs, RouterOutputs } from "@/trpc/client";

/** What the steps of an import hand to each other. */

export type ImportTarget = Omit<RouterInputs["bookings"]["import"], "idempotencyKey">;
export type ImportFileHead = RouterOutputs["bookings"]["importFile"];
export type ImportPreview = RouterOutputs["bookings"]["importPreview"];
export type ImportRun = RouterOutputs["bookings"]["importStatus"]["run"];
export type ImportProblem = ImportPreview["problems"][number];
export type Severity = ImportProblem["severity"];
