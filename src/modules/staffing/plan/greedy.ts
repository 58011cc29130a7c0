import { isAllowed } from "./roster";
import type { Choice, Roster, RosterProblem } from "./shapes";

/**
 * A roster without looking back: the group with the fewest to choose from comes first and takes its best. What a
 * planner without a solver would do; never better than the proven one. Group by group, so that a server can do
 * something else between them.
 */
export function* greedyRoster(problem: RosterProblem): Generator<Roster> {
  const { groups } = problem;
  const byGroup = candidatesByGroup(problem);
  const order = groups
    .map((_, group) => group)
    .sort((one, other) => (byGroup[one]?.length ?? 0) - (byGroup[other]?.length ?? 0) || one - other);
  const taken = new Map<string, readonly number[]>();
  for (const group of order) yield filled(problem, group, byGroup[group] ?? [], taken);
}

type PlacedChoice = Choice & { readonly place: number };

/** For each group those who could have it, the best first. */
function candidatesByGroup({ groups, choices }: RosterProblem): readonly (readonly PlacedChoice[])[] {
  const byGroup = groups.map((): PlacedChoice[] => []);
  choices.forEach((choice, place) => byGroup[choice.group]?.push({ ...choice, place }));
  return byGroup.map((list) => list.sort((one, other) => other.score - one.score || one.place - other.place));
}

function filled(
  problem: RosterProblem,
  group: number,
  candidates: readonly PlacedChoice[],
  taken: Map<string, readonly number[]>,
): Roster {
  const roster: number[] = [];
  for (const { person, place } of candidates) {
    if (roster.length === (problem.groups[group]?.slots.length ?? 0)) break;
    const wanted = [...(taken.get(person) ?? []), group];
    if (!isAllowed(problem, person, wanted)) continue;
    taken.set(person, wanted);
    roster.push(place);
  }
  return roster;
}
