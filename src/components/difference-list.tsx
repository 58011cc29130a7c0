"use client";

import { useQuery } from "@tanstack/react-query";
import { ChangeList } from "@/components/change-list";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { type ContentDifference, differenceWords, venueIdsOf } from "./difference-words";

/** What changed between two versions of a request, with venues and kits by name. */
export function DifferenceList({ differences }: { differences: readonly ContentDifference[] }) {
  const trpc = useTRPC();
  const choices = useQuery(
    trpc.directory.choices.queryOptions({ withIds: venueIdsOf(differences).slice(0, 30) }),
  );
  const hasNames = differences.some(({ field }) => field === "locationIds" || field === "plan");
  if (hasNames && choices.isPending) return <SkeletonRows rows={2} label="Loading what changed" />;
  const names = new Map(
    [...(choices.data?.venues ?? []), ...(choices.data?.kitTemplates ?? [])].map(({ id, name }) => [
      id,
      name,
    ]),
  );
  return (
    <ChangeList
      changes={differenceWords(differences, names, choices.isError ? "…" : undefined).map(
        ({ label, before, after }) => ({
          label,
          before: <Lines lines={before} />,
          after: <Lines lines={after} />,
        }),
      )}
    />
  );
}

function Lines({ lines }: { lines: readonly string[] }) {
  if (lines.length === 0) return <span className="inline-block no-underline">–</span>;
  return lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
}
