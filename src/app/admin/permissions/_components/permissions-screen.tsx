"use client";

import { useQuery } from "@tanstack/react-query";
import { Check, Printer, UserCheck } from "lucide-react";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { formatMoment } from "@/values/format-time";
import { groupByArea } from "./permission-words";

type Matrix = RouterOutputs["account"]["permissions"];
type Cell = Matrix[keyof Matrix][(typeof roles)[number]["id"]];

const roles = [
  { id: "admin", label: "Admin" },
  { id: "manager", label: "Field manager" },
  { id: "agent", label: "Brand agent" },
  { id: "client", label: "Client" },
] as const;

/** Who may do what, from the table that the server enforces. For reading and printing. */
export function PermissionsScreen({ now, timeZone }: { now: string; timeZone: string }) {
  const trpc = useTRPC();
  const permissions = useQuery(trpc.account.permissions.queryOptions());
  return (
    <>
      <PageHeader
        title="Permissions"
        meta={
          <>
            The table the server enforces. Whether an act is possible for one record also depends on its
            state.
            <span className="hidden print:block">{`Printed ${formatMoment(now, timeZone, now)}`}</span>
          </>
        }
        actions={
          <Button data-chrome icon={<Printer />} onClick={() => window.print()}>
            Print
          </Button>
        }
      />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-cell text-muted">
        <span className="inline-flex items-center gap-1.5">
          <CellMark cell="allow" /> every record they may see
        </span>
        <span className="inline-flex items-center gap-1.5">
          <CellMark cell="own" /> records of their own company, events or account
        </span>
        <span className="inline-flex items-center gap-1.5">
          <CellMark cell="deny" /> not theirs to do
        </span>
      </p>
      {permissions.isPending ? <SkeletonRows rows={12} label="Loading the permissions" /> : null}
      {permissions.isError ? (
        <PanelError
          what="The permissions"
          reference={problemOf(permissions.error).requestId}
          onRetry={() => void permissions.refetch()}
        />
      ) : null}
      {permissions.data ? <MatrixTable matrix={permissions.data} /> : null}
    </>
  );
}

function MatrixTable({ matrix }: { matrix: Matrix }) {
  return (
    <Card isFlush>
      {/* Focusable, so that the keyboard can scroll it. */}
      <div
        role="region"
        aria-label="Acts and roles"
        tabIndex={0}
        className="overflow-x-auto print:overflow-visible"
      >
        <table className="w-full min-w-160 text-cell print:min-w-0">
          <thead>
            <tr className="bg-sunken text-left text-meta text-muted">
              <th scope="col" className="px-4 py-2 font-medium">
                Act
              </th>
              {roles.map((role) => (
                <th key={role.id} scope="col" className="w-32 px-3 py-2 font-medium">
                  {role.label}
                </th>
              ))}
            </tr>
          </thead>
          {groupByArea<Readonly<Record<(typeof roles)[number]["id"], Cell>>>(matrix).map((group) => (
            <tbody key={group.area}>
              <tr className="border-t border-border">
                <th scope="rowgroup" colSpan={5} className="px-4 pt-4 pb-1 text-left font-semibold">
                  {group.area}
                </th>
              </tr>
              {group.rows.map(({ permission, act, row }) => (
                <tr key={permission} className="border-t border-border">
                  <th scope="row" className="px-4 py-1.5 text-left font-normal">
                    {act}
                    <span className="ml-2 text-meta text-subtle max-sm:hidden">{permission}</span>
                  </th>
                  {roles.map((role) => (
                    <td key={role.id} className="px-3 py-1.5">
                      <CellMark cell={row[role.id]} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </Card>
  );
}

function CellMark({ cell }: { cell: Cell }) {
  switch (cell) {
    case "allow":
      return (
        <Badge tone="good" icon={<Check />}>
          Yes
        </Badge>
      );
    case "own":
      return (
        <Badge tone="active" icon={<UserCheck />}>
          Own
        </Badge>
      );
    case "deny":
      // Most cells: those that say yes are to stand out.
      return <span className="px-1.5 text-subtle">No</span>;
    default:
      return cell satisfies never;
  }
}
