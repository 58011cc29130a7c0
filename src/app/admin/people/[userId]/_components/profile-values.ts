import type { StaffRecord } from "./person-screen";

/** What the form holds; empty texts are what is not known. */
export interface ProfileValues {
  phone: string;
  /** "en, de". */
  languages: string;
  latitude: string;
  longitude: string;
  rate: string;
  currency: string;
  skills: { role: string; validFrom: string; validUntil: string }[];
  papers: { kind: string; validFrom: string; validUntil: string }[];
}

export function valuesOf({
  phone,
  languages,
  home,
  pay,
  skills,
  papers,
}: StaffRecord["profile"]): ProfileValues {
  const dates = ({ validFrom, validUntil }: { validFrom: string | null; validUntil: string | null }) => ({
    validFrom: validFrom ?? "",
    validUntil: validUntil ?? "",
  });
  return {
    phone,
    languages: languages.join(", "),
    latitude: home === null ? "" : String(home.latitude),
    longitude: home === null ? "" : String(home.longitude),
    rate: pay === null ? "" : pay.rate.toFixed(2),
    currency: pay?.currency ?? "",
    skills: skills.map((skill) => ({ role: skill.role, ...dates(skill) })),
    papers: papers.map((paper) => ({ kind: paper.kind, ...dates(paper) })),
  };
}
