import * as z from "zod";
import { profileFields } from "@/modules/directory/inputs/profile";
import type { ProfileValues } from "./profile-values";

/** What the form holds becomes what the server is told; its problems stand where they were typed. */
export const profileSchema = z.custom<ProfileValues>().transform((values, context) => {
  const checked = profileFields.safeParse(wishOf(values));
  if (checked.success) return checked.data;
  for (const issue of checked.error.issues) {
    context.addIssue({ code: "custom", message: issue.message, path: placeOf(issue.path) });
  }
  return z.NEVER;
});

function wishOf({ phone, languages, latitude, longitude, rate, currency, skills, papers }: ProfileValues) {
  const hasHome = latitude.trim() !== "" || longitude.trim() !== "";
  const hasPay = rate.trim() !== "" || currency.trim() !== "";
  return {
    phone,
    languages: languages
      .toLowerCase()
      .split(/[\s,;]+/)
      .filter((code) => code !== ""),
    home: hasHome ? { latitude: toNumber(latitude), longitude: toNumber(longitude) } : null,
    pay: hasPay ? { rate: toNumber(rate), currency: currency.trim().toUpperCase() } : null,
    skills: skills.map(({ role, ...dates }) => ({ role, ...toValidity(dates) })),
    papers: papers.map(({ kind, ...dates }) => ({ kind, ...toValidity(dates) })),
  };
}

/** A text that is no number stays one that the schema refuses. */
function toNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}

function toValidity({ validFrom, validUntil }: { validFrom: string; validUntil: string }) {
  return {
    validFrom: validFrom === "" ? null : validFrom,
    validUntil: validUntil === "" ? null : validUntil,
  };
}

/** The parts of home and pay are fields of their own; a language is a part of one. */
function placeOf([first, ...rest]: readonly PropertyKey[]): PropertyKey[] {
  if ((first === "home" || first === "pay") && rest[0] !== undefined) return [rest[0]];
  if (first === "languages") return ["languages"];
  return [first, ...rest].filter((key) => key !== undefined);
}
