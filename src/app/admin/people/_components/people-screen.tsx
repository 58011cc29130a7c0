"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useQueryStates } from "nuqs";
import { problemOf } from "@/components/form/problem-of";
import { useListKeys } from "@/components/keyboard/use-list-keys";
import { PageBody } from "@/components/page-body";
import { PageHeader } from "@/components/page-header";
import { SearchBox } from "@/components/search-box";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState, NothingMatches } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { FilterBar } from "@/components/ui/filter-chips";
import { NativeSelect } from "@/components/ui/native-select";
import { Pager } from "@/components/ui/pager";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { totalWords } from "@/values/count-words";
import { staffRoles } from "@/values/staff-roles";
import { peopleColumns } from "./people-columns";
import {
  firstPage,
  listInputOf,
  nextPage,
  type PeopleView,
  personHref,
  previousPage,
  rowsPerPage,
  viewHref,
  viewParsers,
} from "./people-view";

const ROLE_OPTIONS = staffRoles.map((role) => ({ value: role, label: role }));

/** All brand agents by name. */
export function PeopleScreen({ now }: { now: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const [view, setView] = useQueryStates(viewParsers);
  const narrow = (part: Partial<PeopleView>) => void setView({ ...firstPage, ...part }, { history: "push" });
  const list = useQuery({
    ...trpc.directory.people.staff.queryOptions(listInputOf(view)),
    placeholderData: keepPreviousData,
  });
  const rows = list.data?.items ?? [];
  const keys = useListKeys({
    count: rows.length,
    idOf: (index) => rows[index]?.id,
    onMove: () => undefined,
    onOpen: (index) => {
      const row = rows[index];
      if (row) router.push(personHref(row.id));
    },
    onPeek: () => undefined,
  });
  const isNarrowed = view.q !== "" || view.role !== "" || view.papers;
  return (
    <PageBody>
      <PageHeader title="People" actions={<ButtonLink href="/admin/staffing/plan">Plan a week</ButtonLink>} />
      <PeopleFilters
        view={view}
        onNarrow={narrow}
        {...(list.data && { summary: totalWords(list.data.total, "agent") })}
      />
      <Card isFlush className={list.isPlaceholderData ? "opacity-60" : ""}>
        {list.data === undefined && list.error ? (
          <PanelError
            what="The list of people"
            reference={problemOf(list.error).requestId}
            onRetry={() => void list.refetch()}
          />
        ) : list.data === undefined ? (
          <SkeletonRows rows={12} label="Loading people" />
        ) : rows.length === 0 ? (
          <Nothing isNarrowed={isNarrowed} onClear={() => narrow({ q: "", role: "", papers: false })} />
        ) : (
          <DataTable
            label="People"
            columns={peopleColumns(now)}
            rows={rows}
            rowId={(row) => row.id}
            rowHref={(row) => personHref(row.id)}
            cursorId={keys.cursor === null ? null : (rows[keys.cursor]?.id ?? null)}
          />
        )}
      </Card>
      {list.data && rows.length > 0 ? (
        <Pager
          from={(view.page - 1) * rowsPerPage + 1}
          to={(view.page - 1) * rowsPerPage + rows.length}
          total={totalWords(list.data.total, "agent")}
          previous={view.after.length > 0 ? viewHref(previousPage(view)) : null}
          next={list.data.nextCursor === null ? null : viewHref(nextPage(view, list.data.nextCursor))}
        />
      ) : null}
    </PageBody>
  );
}

interface PeopleFiltersProps {
  view: PeopleView;
  onNarrow: (part: Partial<PeopleView>) => void;
  summary?: string;
}

function PeopleFilters({ view, onNarrow, summary }: PeopleFiltersProps) {
  return (
    <FilterBar {...(summary !== undefined && { summary })}>
      <SearchBox
        label="Find people by name"
        placeholder="Name"
        words={view.q}
        onSearch={(q) => onNarrow({ q })}
      />
      <NativeSelect
        aria-label="Only people who work as"
        options={ROLE_OPTIONS}
        placeholder="Any role"
        value={view.role}
        onChange={(event) => onNarrow({ role: event.target.value })}
        className="w-52"
      />
      <Checkbox
        label="Papers that end soon"
        checked={view.papers}
        onChange={(event) => onNarrow({ papers: event.target.checked })}
      />
    </FilterBar>
  );
}

function Nothing({ isNarrowed, onClear }: { isNarrowed: boolean; onClear: () => void }) {
  if (isNarrowed) return <NothingMatches what="people" onClear={onClear} />;
  return (
    <EmptyState title="Your brand agents belong here">
      They are added to the directory once; then they can be asked for shifts.
    </EmptyState>
  );
}
