"use client";

import { useQuery } from "@tanstack/react-query";
import { FileJson } from "lucide-react";
import { useQueryStates } from "nuqs";
import { DeskPanes, PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { buttonClass } from "@/components/ui/button-class";
import { Card } from "@/components/ui/card";
import { NothingMatches } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { FilterBar } from "@/components/ui/filter-chips";
import { Input } from "@/components/ui/input";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { type CatalogView, catalogParsers, type TypeCard, typesMatching } from "./catalog-view";
import { SendTest } from "./send-test";
import { TypePane } from "./type-pane";
import { TypeTable } from "./type-table";

/** Every type of log entry: what it means, what it holds, who emits it and who hears it. */
export function CatalogScreen() {
  const trpc = useTRPC();
  const [view, setView] = useQueryStates(catalogParsers, { shallow: true, history: "push" });
  const catalog = useQuery({ ...trpc.log.catalogue.queryOptions(), staleTime: Number.POSITIVE_INFINITY });
  const all = catalog.data?.types ?? [];
  const found = typesMatching(all, view.q);
  const look = (q: string) => void setView({ q: q === "" ? null : q }, { history: "replace" });
  const pane =
    view.open === "" || !catalog.data ? null : (
      <TypePane name={view.open} card={all.find(({ type }) => type === view.open)} view={view} />
    );
  return (
    <DeskPanes pane={pane}>
      <PageBody>
        <PageHeader
          title="Type catalog"
          meta="Every type of log entry that Muster records."
          actions={
            <>
              {catalog.data?.canSendTest === true ? <SendTest /> : null}
              <DocumentLink />
            </>
          }
        />
        <FilterBar
          onClear={view.q === "" ? undefined : () => look("")}
          summary={catalog.data ? countWords(found, all) : null}
        >
          <Input
            type="search"
            aria-label="Search the catalog"
            placeholder="Type, field, source or handler"
            className="w-full! sm:w-80!"
            maxLength={100}
            value={view.q}
            onChange={(event) => look(event.target.value)}
          />
        </FilterBar>
        {catalog.isError ? <PanelError what="The catalog" onRetry={() => void catalog.refetch()} /> : null}
        {catalog.isPending ? <SkeletonRows rows={12} /> : null}
        {catalog.data && found.length === 0 ? <NothingMatches what="types" onClear={() => look("")} /> : null}
        <Section title="Event schema" types={found.filter(({ isExtension }) => !isExtension)} view={view} />
        <Section title="Extensions" types={found.filter(({ isExtension }) => isExtension)} view={view} />
      </PageBody>
    </DeskPanes>
  );
}

function Section(props: {
  readonly title: string;
  readonly types: readonly TypeCard[];
  readonly view: CatalogView;
}) {
  const { title, types, view } = props;
  if (types.length === 0) return null;
  return (
    <Card
      title={title}
      aside={<span className="text-cell text-muted tabular-nums">{types.length}</span>}
      isFlush
    >
      <TypeTable label={title} types={types} view={view} />
    </Card>
  );
}

function DocumentLink() {
  return (
    <a href="/api/log/asyncapi.json" download="muster.asyncapi.json" className={buttonClass()}>
      <FileJson />
      AsyncAPI document
    </a>
  );
}

function countWords(found: readonly TypeCard[], all: readonly TypeCard[]): string {
  return found.length === all.length ? `${all.length} types` : `${found.length} of ${all.length} types`;
}
