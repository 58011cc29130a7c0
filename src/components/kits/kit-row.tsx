import { StatusBadge } from "@/components/status-badge";
import { kitAssignmentLooks, kitFlagLooks } from "@/components/status-looks/kits";
import { formatMoment } from "@/values/format-time";
import { KitActs } from "./kit-acts";
import type { KitAtEvent, KitsOfEvent } from "./kit-record";

export interface KitRowProps {
  item: KitAtEvent;
  kits: KitsOfEvent;
  now: string;
  /** The kit was scanned: the wrong one would be noticed. */
  isInHand?: boolean;
}

/** One kit of an event: which it is, where it stands, what it lacks, and what can be done about it. */
export function KitRow({ item, kits, now, isInHand = false }: KitRowProps) {
  return (
    <li className="grid gap-2 rounded-card border border-border bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <div className="min-w-0">
          <p className="font-medium wrap-anywhere">{item.kit?.code ?? "No kit chosen yet"}</p>
          <p className="text-meta text-muted wrap-anywhere">{`${item.templateName} for ${item.activity.type}`}</p>
        </div>
        <div className="flex flex-wrap gap-1">
          <StatusBadge look={kitAssignmentLooks[item.status]} />
          {item.isOverdue ? <StatusBadge look={kitFlagLooks.overdue} /> : null}
        </div>
      </div>
      <p className="text-meta text-muted wrap-anywhere">{whereWords(item, kits.event.timeZone, now)}</p>
      {item.kit?.quarantineReason == null ? null : (
        <p className="text-meta text-on-problem wrap-anywhere">{`In quarantine: ${item.kit.quarantineReason}`}</p>
      )}
      {item.shortReason === null ? null : (
        <p className="text-meta text-on-caution wrap-anywhere">{`Packed short: ${item.shortReason}`}</p>
      )}
      {item.notes === "" ? null : <p className="text-meta wrap-anywhere">{item.notes}</p>}
      <KitActs item={item} kits={kits} now={now} isInHand={isInHand} />
    </li>
  );
}

/** Where it is, with the times of the venue. */
function whereWords(item: KitAtEvent, timeZone: string, now: string): string {
  const at = (instant: string) => formatMoment(instant, timeZone, now);
  const { kit, status, expectedReturn, back } = item;
  if (kit === null) return `Needed from ${at(item.windowStart)}. The desk chooses the kit.`;
  switch (status) {
    case "assigned":
    case "prepared":
      return kit.holder === null
        ? `At home${kit.home === "" ? "" : `: ${kit.home}`}. Needed from ${at(item.windowStart)}.`
        : `Still out with ${kit.holder.name}. Needed from ${at(item.windowStart)}.`;
    case "checked_out":
    case "partly_returned":
      return `With ${kit.holder?.name ?? "somebody who left"}, back by ${at(expectedReturn ?? item.windowEnd)}.`;
    case "returned":
      return back === null ? "Back." : `Back on ${at(back.at)}, condition ${back.condition}.`;
    case "cancelled":
      return "Not needed any more.";
    default:
      return neverStatus(status);
  }
}

function neverStatus(status: never): never {
  throw new Error(`unknown state of a kit: ${String(status)}`);
}
