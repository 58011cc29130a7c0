import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ShiftHead } from "./shift-head";
import { shiftHref } from "./shift-href";
import { ShiftStanding } from "./shift-standing";
import type { AgentShift } from "./shift-words";

interface ShiftCardProps {
  shift: AgentShift;
  now: string;
}

/** A shift in a list: enough to know it, and the way to it. */
export function ShiftCard({ shift, now }: ShiftCardProps) {
  const { id, status } = shift;
  return (
    <Card>
      <div className="grid gap-3">
        <ShiftStanding shift={shift} now={now} />
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
