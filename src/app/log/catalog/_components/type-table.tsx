"use client";

import { type Column, DataTable } from "@/components/ui/data-table";
import { type CatalogView, catalogHref, type TypeCard, yearsWords } from "./catalog-view";

const columns: readonly Column<TypeCard>[] = [
  {
    id: "type",
    head: "Type",
    width: "w-80",
    card: "title",
    cell: ({ type }) => <span className="font-mono text-meta max-sm:break-all">{type}</span>,
  },
  { id: "meaning", head: "Meaning", card: "detail", isSecondary: true, cell: ({ meaning }) => meaning },
  {
    id: "handlers",
    head: "Heard by",
    width: "w-56",
    card: "hidden",
    cell: ({ handlers }) => handlers.join(", "),
  },
  {
    id: "version",
    head: "Version",
    width: "w-20",
    align: "end",
    card: "hidden",
    cell: ({ version }) => version,
  },
  {
    id: "kept",
    head: "Kept",
    width: "w-24",
    align: "end",
    card: "hidden",
    cell: ({ yearsKept }) => yearsWords(yearsKept),
  },
];

/** The types as dense rows; a press opens one beside the list. */
export function TypeTable(props: {
  readonly label: string;
  readonly types: readonly TypeCard[];
  readonly view: CatalogView;
}) {
  const { label, types, view } = props;
  return (
    <DataTable
      label={label}
      columns={columns}
      rows={types}
      rowId={({ type }) => type}
      rowHref={({ type }) => catalogHref(view, { open: type })}
      openId={view.open === "" ? null : view.open}
    />
  );
}
