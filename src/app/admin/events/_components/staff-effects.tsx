"use client";

import { useQuery } from "@tanstack/react-query";
import { UserCheck, UserMinus, Users } from "lucide-react";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { Effect } from "./effects";

type Person = RouterOutputs["staffing"]["previewMove"]["people"][number];

/** Whom a cancellation lets go, by the rule that does it. */
export function ReleasedStaff({ eventId }: { eventId: string }) {
  const trpc = useTRPC();
  const { data, isError } = useQuery(trpc.staffing.previewRelease.queryOptions({ eventId }));
  return <StaffEffects people={data?.people} isError={isError} />;
}

/** Whom a move asks again, lets go or takes along, by the rule that does it (domain.md rule 16). */
export function MovedStaff({ eventId, newDate }: { eventId: string; newDate: string }) {
  const trpc = useTRPC();
  const { data, isError } = useQuery(trpc.staffing.previewMove.queryOptions({ eventId, newDate }));
  return <StaffEffects people={data?.people} isError={isError} />;
}

function StaffEffects({ people, isError }: { people: readonly Person[] | undefined; isError: boolean }) {
  if (people === undefined) {
    return (
      <Effect
        icon={Users}
        {...(isError && { tone: "caution" as const })}
        title={isError ? "What it does to staff could not be looked at" : "Looking at the staff"}
      />
    );
  }
  const of = (effect: Person["effect"]) => people.filter((one) => one.effect === effect);
  const [again, released, along] = [of("asked-again"), of("released"), of("stays")];
  if (again.length + released.length + along.length === 0) {
    return <Effect icon={Users} title="Nobody has a shift or an offer yet" />;
  }
  return (
    <>
      {again.length === 0 ? null : (
        <Effect icon={Users} tone="caution" title={`${counted(again.length, "shift")} asked again`}>
          {again.map(({ name, role }) => `${name}, ${role}`).join(" · ")}
        </Effect>
      )}
      {released.length === 0 ? null : (
        <Effect
          icon={UserMinus}
          tone="problem"
          title={`${counted(released.length, "shift")} released, whoever has one is told`}
        >
          <ul>
            {released.map(({ assignmentId, name, role, because }) => (
              <li key={assignmentId}>
                {because === null
                  ? `${name}, ${role}`
                  : `${name}, ${role}: at ${because.code} ${because.title} by then`}
              </li>
            ))}
          </ul>
        </Effect>
      )}
      {along.length === 0 ? null : (
        <Effect icon={UserCheck} title={`${counted(along.length, "shift")} going along`}>
          {along.map(({ name, role }) => `${name}, ${role}`).join(" · ")}
        </Effect>
      )}
    </>
  );
}
