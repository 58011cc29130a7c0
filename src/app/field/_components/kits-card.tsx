"use client";

import { useQuery } from "@tanstack/react-query";
import { Package } from "lucide-react";
import { kitsHref } from "@/app/field/_components/event-record";
import { ButtonLink } from "@/components/ui/button";
import { useTRPC } from "@/trpc/client";
import { kitsWords } from "@/components/kits/kit-record";

/** How far the kits of an event are, and the way to them. Nothing while it needs none. */
export function KitsCard({ eventId }: { eventId: string }) {
  const trpc = useTRPC();
  const kits = useQuery(trpc.kits.atEvent.queryOptions({ eventId }));
  if (!kits.data || kits.data.items.length === 0) return null;
  return (
    <ButtonLink href={kitsHref(eventId)} icon={<Package />} className="justify-start">
      <span className="min-w-0 truncate">{`Kits: ${kitsWords(kits.data.items)}`}</span>
    </ButtonLink>
  );
}
