import { Check, CircleDashed } from "lucide-react";
import { entryHref } from "@/components/entry-href";
import { TextLink } from "@/components/ui/text-link";
import type { RouterOutputs } from "@/trpc/client";
import { formatMoment } from "@/values/format-time";

type Item = RouterOutputs["events"]["byId"]["readiness"][number];

/** What one part rests on: the sentence, and the log entry that says so. */
export function PartEvidence({ item, timeZone, now }: { item: Item; timeZone: string; now: string }) {
  const { isMet, text, evidence } = item;
  return (
    <div className="flex gap-2 text-cell">
      <span className={isMet ? "mt-0.5 text-on-good" : "mt-0.5 text-muted"}>
        {isMet ? <Check /> : <CircleDashed />}
      </span>
      <div>
        <p className="font-medium">{text}</p>
        {evidence === null ? null : (
          <p className="text-meta text-muted">
            {`Since ${formatMoment(evidence.at, timeZone, now)}. `}
            <TextLink href={entryHref(evidence.factId)}>Log entry</TextLink>
          </p>
        )}
      </div>
    </div>
  );
}
