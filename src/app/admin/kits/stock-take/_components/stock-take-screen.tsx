"use client";

import { useQuery } from "@tanstack/react-query";
import { parseAsString, useQueryState } from "nuqs";
import { KitsTabs } from "@/app/admin/kits/_components/kits-tabs";
import { leaveBy } from "@/components/form/leaving";
import { problemOf } from "@/components/form/problem-of";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { NativeSelect } from "@/components/ui/native-select";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { StockTake } from "./stock-take";

/** Compares what lies at a place with what should: one place after the other. */
export function StockTakeScreen() {
  const trpc = useTRPC();
  const places = useQuery(trpc.kits.places.queryOptions());
  const [place, setPlace] = useQueryState("place", parseAsString.withDefault(""));
  const choose = (chosen: string) =>
    leaveBy({
      go: () => {
        void setPlace(chosen, { history: "push" });
        return true;
      },
    });
  return (
    <PageBody>
      <PageHeader
        title="Stock-take"
        meta="Scan or type the label of every kit at a place. What is missing, and what belongs elsewhere, is recorded."
      />
      <KitsTabs current="Stock-take" />
      {places.data === undefined && places.error ? (
        <PanelError
          what="The list of places"
          reference={problemOf(places.error).requestId}
          onRetry={() => void places.refetch()}
        />
      ) : places.data === undefined ? (
        <SkeletonRows rows={4} label="Loading places" />
      ) : places.data.length === 0 ? (
        <EmptyState
          title="No kit has a home yet"
          action={<ButtonLink href="/admin/kits">Go to the list of kits</ButtonLink>}
        >
          Write the home of each kit into its record; then its place can be counted.
        </EmptyState>
      ) : (
        <>
          <NativeSelect
            aria-label="Place"
            placeholder="Choose the place"
            className="max-w-form"
            options={places.data.map((one) => ({
              value: one.place,
              label: `${one.place} (${counted(one.kits, "kit")})`,
            }))}
            value={place}
            onChange={(event) => choose(event.target.value)}
          />
          {place === "" ? null : <StockTake key={place} place={place} onDone={() => void setPlace("")} />}
        </>
      )}
    </PageBody>
  );
}
