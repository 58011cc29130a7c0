import { spellDate } from "@/components/form/spell-date";

/** A moment on the venue's clock, `YYYY-MM-DDTHH:mm`, as people read it: "Wed 14 Oct 2026 10:00". */
export function localMoment(local: string): string {
  return `${spellDate(local.slice(0, 10))} ${local.slice(11, 16)}`;
}
