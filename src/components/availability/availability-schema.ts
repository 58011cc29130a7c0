import * as z from "zod";
import { availabilityFields } from "@/modules/directory/inputs/profile";
import type { AvailabilityValues } from "./availability-values";

/** What the form holds becomes what the server is told; its problems stand where they were typed. */
export const availabilitySchema = z.custom<AvailabilityValues>().transform((values, context) => {
  const { weekly, exceptions, places } = wishOf(values);
  const checked = availabilityFields.safeParse({ weekly, exceptions });
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) {
    context.addIssue({ code: "custom", message: issue.message, path: placeOf(issue.path, places) });
  }
  return z.NEVER;
});

type Path = readonly PropertyKey[];

function wishOf({ days, exceptions }: AvailabilityValues) {
  const flat = days.flatMap(({ hours }, day) =>
    hours.map((one, index) => ({ ...one, weekday: day + 1, place: ["days", day, "hours", index] })),
  );
  return {
    weekly: flat.map(({ weekday, from, to }) => ({ weekday, from, to })),
    places: flat.map(({ place }) => place),
    exceptions: exceptions.map(({ from, to, ...one }) => ({
      ...one,
      hours: from === "" && to === "" ? null : { from, to },
    })),
  };
}

function placeOf(
  [list, index, ...rest]: Path,
  places: readonly (readonly (string | number)[])[],
): PropertyKey[] {
  if (list === "weekly" && typeof index === "number") return [...(places[index] ?? []), ...rest];
  const inner = rest.filter((key) => key !== "hours");
  return [list, index, ...inner].filter((key) => key !== undefined);
}
