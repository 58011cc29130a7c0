import { Check, CircleX, Minus, TriangleAlert } from "lucide-react";
import type { Route } from "next";
import { conflictWords } from "@/app/admin/_components/assign/conflict-words";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { VenueTime } from "@/components/venue-time";
import { WhyList } from "@/components/why-list";
import type { AssignLine } from "./assign-lines";

/** One event of the bulk dialog: what stands against it, what became of it. */
export function AssignLineRow({ line, now }: { line: AssignLine; now: string }) {
  const { row } = line;
  return (
    <li className="grid gap-1 px-3 py-2 text-cell">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="min-w-0 wrap-anywhere">
          <TextLink href={`/admin/events/${row.id}` as Route} className="tabular-nums">
            {`EV-${row.number}`}
          </TextLink>
          {` ${row.title}, `}
          <span className="text-muted">
            <VenueTime startsAt={row.startsAt} endsAt={row.endsAt} timeZone={row.timeZone} now={now} />
          </span>
        </span>
        <State line={line} />
      </div>
      {line.state === "failed" || line.state === "left-out" ? (
        <p className="max-w-prose text-muted">{line.reason}</p>
      ) : null}
      {line.state === "ready" && line.conflicts.length > 0 ? (
        <WhyList
          reasons={line.conflicts.map((conflict) => ({
            id: conflict.eventId,
            text: conflictWords(conflict, now),
          }))}
        />
      ) : null}
    </li>
  );
}

function State({ line }: { line: AssignLine }) {
  switch (line.state) {
    case "ready":
      if (line.conflicts.length === 0) {
        return (
          <Badge tone="good" icon={<Check />}>
            Free
          </Badge>
        );
      }
      return (
        <Badge tone={line.isBusy ? "problem" : "caution"} icon={<TriangleAlert />}>
          {line.isBusy ? "Elsewhere" : "Short way"}
        </Badge>
      );
    case "left-out":
      return <Badge icon={<Minus />}>Left out</Badge>;
    case "sending":
      return <span className="text-meta text-muted">Sending…</span>;
    case "assigned":
      return (
        <Badge tone="good" icon={<Check />}>
          Assigned
        </Badge>
      );
    case "failed":
      return (
        <Badge tone="problem" icon={<CircleX />}>
          Not assigned
        </Badge>
      );
    default:
      return line satisfies never;
  }
}
