import { eventHref } from "@/app/admin/_components/event-href";
import { StatusBadge } from "@/components/status-badge";
import { kitAssignmentLooks } from "@/components/status-looks/kits";
import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { VenueTime } from "@/components/venue-time";
import { counted } from "@/values/count-words";
import { type KitRecord, lackingPieces } from "./kit-record";

/** The events that a kit serves, those that come first, and which of them would inherit what it lacks. */
export function KitUses({ kit, now }: { kit: KitRecord; now: string }) {
  const lacking = lackingPieces(kit);
  const coming = kit.uses.filter(({ isAhead }) => isAhead).reverse();
  const past = kit.uses.filter(({ isAhead }) => !isAhead);
  const heirs = coming.filter(({ status }) => status === "assigned" || status === "prepared");
  return (
    <Card
      title="Uses"
      isFlush
      aside={<span className="text-cell text-muted">{`${coming.length} to come`}</span>}
    >
      {lacking > 0 && heirs.length > 0 ? (
        <div className="p-3 pb-0">
          <Notice
            tone="caution"
            title={`${counted(heirs.length, "coming event")} would get it ${counted(lacking, "piece")} short`}
          >
            {`${heirs.map(({ eventNumber }) => `EV-${eventNumber}`).join(", ")}: top it up, borrow, or bind another kit before it is packed.`}
          </Notice>
        </div>
      ) : null}
      {kit.uses.length === 0 ? (
        <p className="px-4 py-3 text-cell text-muted">No event has used it, and none is to.</p>
      ) : (
        <ul className="divide-y divide-border">
          {[...coming, ...past].map((use) => (
            <UseRow key={use.assignmentId} use={use} now={now} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function UseRow({ use, now }: { use: KitRecord["uses"][number]; now: string }) {
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1 px-4 py-2.5 text-cell">
      <p className="min-w-0 flex-1 basis-56 wrap-anywhere">
        <TextLink href={eventHref(use.eventId)} className="tabular-nums">{`EV-${use.eventNumber}`}</TextLink>
        {` ${use.title}`}
        <span className="block text-muted">
          <VenueTime startsAt={use.startsAt} endsAt={use.endsAt} timeZone={use.timeZone} now={now} />
        </span>
      </p>
      <StatusBadge look={kitAssignmentLooks[use.status]} />
    </li>
  );
}
