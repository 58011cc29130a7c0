import { RelativeTime } from "@/components/relative-time";
import { StatusBadge } from "@/components/status-badge";
import { shiftLooks } from "@/components/status-looks/shifts";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ShiftHead } from "./shift-head";
import { shiftHref } from "./shift-href";
import type { AgentShift } from "./shift-words";

interface ShiftCardProps {
  shift: AgentShift;
  now: string;
}

/** A shift in a list: enough to know it, and the way to it. */
export function ShiftCard({ shift, now }: ShiftCardProps) {
  const { id, status, responseDeadline, timeZone } = shift;
  return (
    <Card>
      <div className="grid gap-3">
        <div className="flex flex-wrap items-center justify-between gap-2">
          <StatusBadge look={shiftLooks[status]} />
          {status === "offered" && responseDeadline !== null ? (
            <span className="text-meta text-muted">
              {"Answer due "}
              <RelativeTime at={responseDeadline} now={now} timeZone={timeZone} tipSide="end" />
            </span>
          ) : null}
        </div>
        <ShiftHead shift={shift} now={now} />
        <ButtonLink
          href={shiftHref(id)}
          size="action"
          variant={status === "offered" ? "primary" : "secondary"}
        >
          {status === "offered" ? "Answer" : "Open"}
        </ButtonLink>
      </div>
    </Card>
  );
}
