import * as z from "zod";
import { parseAmount } from "@/app/field/_components/figures";

const NAME_MAX = 100;

const line = z.object({ name: z.string().trim().max(NAME_MAX), amount: z.string().trim() });

/** Lines of figures as typed; empty ones do not count. Comes out as a record by name. */
export const figuresSchema = z
  .array(line)
  .superRefine((lines, context) => {
    const names = new Set<string>();
    for (const [index, { name, amount }] of lines.entries()) {
      const say = (field: "name" | "amount", message: string) =>
        context.addIssue({ code: "custom", message, path: [index, field] });
      if (name === "" && amount === "") continue;
      if (name === "") say("name", "Enter what was counted.");
      else if (names.has(name)) say("name", `${name} stands here twice. Add the two up.`);
      if (parseAmount(amount) === null) say("amount", "Enter a number, such as 120 or 12.5.");
      names.add(name);
    }
  })
  .transform((lines) => {
    const counted = lines.flatMap(({ name, amount }) => {
      const number = parseAmount(amount);
      return name === "" || number === null ? [] : [[name, number] as const];
    });
    return Object.fromEntries(counted);
  });
