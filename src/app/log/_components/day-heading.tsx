import type { RouterOutputs } from "@/trpc/client";
import { ShieldAlert, ShieldCheck, ShieldEllipsis } from "lucide-react";
import { dayWords } from "./log-time";
import { sealWords } from "./seal-words";

export type DaySeal = RouterOutputs["log"]["seals"]["days"][number];

export interface DayHeadingProps {
  /** `YYYY-MM-DD`, UTC. */
  readonly day: string;
  /** Undefined until it is known. */
  readonly seal: DaySeal | undefined;
  readonly index: number;
  /** Tells how tall the row has become. */
  readonly measure: (element: Element | null) => void;
}

/** A day of the list, and quietly whether its entries are as they were sealed. */
export function DayHeading({ day, seal, index, measure }: DayHeadingProps) {
  return (
    <tr ref={measure} data-index={index} className="max-sm:block">
      {/* One cell only, as in a spacer; its text runs on over the columns beside it. */}
      <th
        scope="rowgroup"
        className="h-8 px-3 text-left align-middle text-meta font-normal whitespace-nowrap text-muted max-sm:flex max-sm:items-center max-sm:border-b max-sm:border-border max-sm:bg-sunken max-sm:px-4"
      >
        <span className="inline-flex items-center gap-2">
          <time dateTime={day} className="font-medium text-text tabular-nums">
            {dayWords(day)}
          </time>
          {seal === undefined || seal.standing === "empty" ? null : <Mark seal={seal} />}
        </span>
      </th>
    </tr>
  );
}

function Mark({ seal }: { readonly seal: DaySeal }) {
  const isAltered = seal.standing === "altered";
  const Icon = isAltered ? ShieldAlert : seal.standing === "waiting" ? ShieldEllipsis : ShieldCheck;
  return (
    <span className={`inline-flex items-center gap-1 ${isAltered ? "text-on-problem" : ""}`}>
      <Icon className="size-3.5!" />
      {sealWords(seal)}
    </span>
  );
}
