import { PaperBadge } from "@/components/availability/papers-list";
import { payWords } from "@/components/candidates/fit-words";
import type { Column } from "@/components/ui/data-table";
import type { RouterOutputs } from "@/trpc/client";

export type StaffRow = RouterOutputs["directory"]["people"]["staff"]["items"][number];

/** The columns of the list of people. */
export function peopleColumns(now: string): Column<StaffRow>[] {
  return [
    {
      id: "name",
      head: "Name",
      width: "w-56",
      cell: (row) => <span title={row.name}>{row.name}</span>,
      card: "title",
    },
    {
      id: "roles",
      head: "Roles",
      cell: (row) => <Roles roles={row.roles} />,
    },
    {
      id: "pay",
      head: "Pay",
      width: "w-44",
      align: "end",
      isSecondary: true,
      cell: (row) => (row.pay ? payWords(row.pay) : <span className="text-subtle">Not set</span>),
      card: "hidden",
    },
    {
      id: "upcoming",
      head: "Coming shifts",
      width: "w-28",
      align: "end",
      cell: (row) => (
        <>
          {row.upcoming}
          <span className="sm:hidden"> coming</span>
        </>
      ),
    },
    {
      id: "papers",
      head: "First paper to end",
      width: "w-76",
      cell: (row) => <FirstPaper row={row} now={now} />,
      card: "status",
    },
    {
      id: "gaps",
      head: "Missing",
      width: "w-32",
      isSecondary: true,
      cell: (row) => <span className="text-muted">{gapWords(row)}</span>,
    },
  ];
}

function Roles({ roles }: { roles: readonly string[] }) {
  if (roles.length === 0) return <span className="text-subtle">No role yet</span>;
  const words = roles.join(", ");
  return <span title={words}>{words}</span>;
}

function FirstPaper({ row: { firstPaper }, now }: { row: StaffRow; now: string }) {
  if (firstPaper === null) return null;
  return (
    <span title={firstPaper.kind} className="inline-flex max-w-full items-center gap-2">
      <PaperBadge validUntil={firstPaper.validUntil} now={now} />
      <span className="truncate text-muted max-sm:hidden">{firstPaper.kind}</span>
    </span>
  );
}

function gapWords({ hasHome, hasSaidWhenFree }: StaffRow): string {
  return [...(hasHome ? [] : ["Home"]), ...(hasSaidWhenFree ? [] : ["Availability"])].join(", ");
}
