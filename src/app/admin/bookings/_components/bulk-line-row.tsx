import { Check, CircleAlert, CircleX, Minus } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { TextLink } from "@/components/ui/text-link";
import { WhyList } from "@/components/why-list";
import type { BulkLine } from "./bulk-lines";
import { counted } from "@/values/count-words";
import { whyWords } from "./why-words";
import { bookingHref } from "./booking-href";

const REASONS_SHOWN = 3;

/** One booking of the bulk dialog: what speaks against it, where it is, what became of it. */
export function BulkLineRow({ line, now }: { line: BulkLine; now: string }) {
  const { row } = line;
  return (
    <li className="grid gap-1 px-3 py-2 text-cell">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <span className="min-w-0 wrap-anywhere">
          <TextLink href={bookingHref(row.bookingId)} className="tabular-nums">
            {`BK-${row.number}`}
          </TextLink>
          {` ${row.title}`}
          <span className="text-muted">{`, ${row.clientName}`}</span>
        </span>
        <State line={line} />
      </div>
      <Why line={line} now={now} />
    </li>
  );
}

function State({ line }: { line: BulkLine }) {
  switch (line.state) {
    case "looking":
      return <span className="text-meta text-muted">Looking…</span>;
    case "ready":
      return (
        <span className="flex flex-wrap gap-1">
          {line.clear.length > 0 ? (
            <Badge tone="good" icon={<Check />}>{`${counted(line.clear.length, "date")} clear`}</Badge>
          ) : null}
          {line.blocked.length > 0 ? (
            <Badge tone="problem" icon={<CircleAlert />}>{`${line.blocked.length} blocked`}</Badge>
          ) : null}
        </span>
      );
    case "left-out":
      return <Badge icon={<Minus />}>Left out</Badge>;
    case "approving":
      return <span className="text-meta text-muted">Sending…</span>;
    case "approved":
      return <Badge tone="good" icon={<Check />}>{`${counted(line.dates, "date")} approved`}</Badge>;
    case "failed":
      return (
        <Badge tone="problem" icon={<CircleX />}>
          Not approved
        </Badge>
      );
    default:
      return line satisfies never;
  }
}

function Why({ line, now }: { line: BulkLine; now: string }) {
  switch (line.state) {
    case "failed":
    case "left-out":
      return <p className="max-w-prose text-muted">{line.reason}</p>;
    case "approved":
      return line.undecided === 0 ? null : (
        <p className="text-muted">{`${counted(line.undecided, "blocked date")} left undecided.`}</p>
      );
    case "ready": {
      const reasons = line.why.flatMap((verdict) => whyWords(verdict, line.row.timeZone, now));
      if (reasons.length === 0) return null;
      const rest = reasons.length - REASONS_SHOWN;
      return (
        <>
          <WhyList reasons={reasons.slice(0, REASONS_SHOWN)} />
          {rest > 0 ? <p className="text-muted">{`and ${rest} more`}</p> : null}
        </>
      );
    }
    default:
      return null;
  }
}
