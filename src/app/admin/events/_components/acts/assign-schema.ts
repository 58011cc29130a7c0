import * as z from "zod";

/** The fields of an assignment; with an overlap it takes a word about it. */
export function assignSchema(isOverlapping: (managerId: string) => boolean) {
  return z
    .object({
      managerId: z.string().min(1, { error: "Choose a field manager." }),
      override: z.string().trim().max(1000, { error: "Write 1,000 characters at most." }),
    })
    .refine(({ managerId, override }) => override !== "" || !isOverlapping(managerId), {
      error: "Enter why they can do both.",
      path: ["override"],
    });
}

export interface AssignFields {
  readonly managerId: string;
  readonly override: string;
}
