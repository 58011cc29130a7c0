"use client";

import { useQuery } from "@tanstack/react-query";
import { Users } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { crewHref } from "@/app/field/_components/event-record";
import { useTRPC } from "@/trpc/client";
import { CREW_REFETCH_MS, crewWords } from "./crew-record";

/** How much of the crew is there, and the way to it. Nothing while nobody has a shift. */
export function CrewCard({ eventId }: { eventId: string }) {
  const trpc = useTRPC();
  const crew = useQuery({
    ...trpc.staffing.crew.queryOptions({ eventId }),
    refetchInterval: CREW_REFETCH_MS,
  });
  if (!crew.data || crew.data.items.length + crew.data.openSlots.length === 0) return null;
  const open = crew.data.openSlots.length;
  return (
    <ButtonLink href={crewHref(eventId)} icon={<Users />} className="justify-start">
      <span className="min-w-0 truncate">
        {`Crew: ${crewWords(crew.data.items)}${open === 0 ? "" : `, ${open} open`}`}
      </span>
    </ButtonLink>
  );
}
