import { dayWords } from "@/app/log/_components/log-time";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import type { RouterOutputs } from "@/trpc/client";
import { groupDigits } from "@/values/count-words";
import { entriesWords } from "./retention-view";

type Keeping = RouterOutputs["log"]["retention"]["categories"][number];

/** One line per category: how long, how much, what goes next. */
export function KeepingTable({ categories }: { readonly categories: readonly Keeping[] }) {
  return (
    <Card isFlush title="What is kept">
      <DataTable<Keeping>
        label="Categories and how long they are kept"
        rows={categories}
        rowId={(one) => one.category}
        columns={[
          { id: "category", head: "Category", card: "title", cell: (one) => one.category },
          {
            id: "kept",
            head: "Kept for",
            width: "w-28",
            card: "status",
            cell: (one) => (one.yearsKept === 1 ? "1 year" : `${one.yearsKept} years`),
          },
          {
            id: "entries",
            head: "Sealed entries",
            width: "w-36",
            align: "end",
            cell: (one) => (
              <>
                {groupDigits(one.entries)}
                <OnCard>{" sealed"}</OnCard>
              </>
            ),
          },
          { id: "next", head: "Next to go", width: "w-64", cell: nextWords },
          {
            id: "expired",
            head: "Gone so far",
            width: "w-32",
            align: "end",
            cell: (one) => (
              <>
                {groupDigits(one.expired)}
                <OnCard>{" gone so far"}</OnCard>
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

/** On a phone no head stands above a figure. */
function OnCard({ children }: { readonly children: ReactNode }) {
  return <span className="sm:hidden">{children}</span>;
}

function nextWords({ next }: Keeping) {
  if (next === null) {
    return (
      <span className="text-muted">
        nothing <OnCard>to go </OnCard>yet
      </span>
    );
  }
  return (
    <>
      <OnCard>{"next "}</OnCard>
      {`${entriesWords(next.entries)} on `}
      <time dateTime={next.day}>{dayWords(next.day)}</time>
    </>
  );
}
