import type { RouterOutputs } from "@/trpc/client";

export type Crew = RouterOutputs["staffing"]["crew"];
export type CrewMember = Crew["items"][number];

/** How often the crew asks again by itself, beside what it hears of: whoever is late becomes missing by the clock. */
export const CREW_REFETCH_MS = 60_000;

export interface CrewGroup {
  readonly title: string;
  readonly members: readonly CrewMember[];
}

/** Who needs somebody comes first: those who ask, the missing, the late; then who is due, there, gone and no-shows. */
export function crewGroups(items: readonly CrewMember[]): readonly CrewGroup[] {
  const asking = items.filter(({ ask, can }) => ask !== null && can.checkIn);
  const of = (...wanted: readonly CrewMember["presence"][]) =>
    items.filter((member) => wanted.includes(member.presence) && !asking.includes(member));
  return [
    { title: "Ask to be checked in", members: asking },
    { title: "Missing", members: of("missing") },
    { title: "Late", members: of("late") },
    { title: "Expected", members: of("due", "not_due") },
    { title: "Here", members: of("present") },
    { title: "Left", members: of("left") },
    { title: "No-shows", members: of("no_show") },
  ].filter(({ members }) => members.length > 0);
}

/** "3 of 5 arrived", with who is missing or late beside it. */
export function crewWords(items: readonly CrewMember[]): string {
  const expected = items.filter(({ status }) => status !== "no_show");
  const count = (...wanted: readonly CrewMember["presence"][]) =>
    expected.filter(({ presence }) => wanted.includes(presence)).length;
  const parts = [
    `${count("present", "left")} of ${expected.length} arrived`,
    ...(count("missing") > 0 ? [`${count("missing")} missing`] : []),
    ...(count("late") > 0 ? [`${count("late")} late`] : []),
  ];
  return parts.join(", ");
}
