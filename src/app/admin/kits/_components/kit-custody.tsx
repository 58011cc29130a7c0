import { eventHref } from "@/app/admin/_components/event-href";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment } from "@/values/format-time";
import { conditionWords } from "./condition-words";
import type { KitRecord } from "./kit-record";

/** Who had a kit from when to when, and in what condition they got it; without holes. */
export function KitCustody({ kit, now, timeZone }: { kit: KitRecord; now: string; timeZone: string }) {
  return (
    <Card title="Custody" isFlush>
      <ol className="divide-y divide-border">
        {kit.custody.map((link) => (
          <li key={link.id} className="grid gap-0.5 px-4 py-2.5 text-cell">
            <p className="wrap-anywhere">
              {link.holderName ?? "At its home"}
              {link.eventId === null || link.eventNumber === null ? null : (
                <>
                  {" for "}
                  <TextLink href={eventHref(link.eventId)}>{`EV-${link.eventNumber}`}</TextLink>
                </>
              )}
              {link.until === null ? <span className="text-muted"> · now</span> : null}
            </p>
            <p className="text-meta text-muted">
              <time dateTime={link.from}>{formatMoment(link.from, timeZone, now)}</time>
              {link.until === null ? null : (
                <>
                  {" to "}
                  <time dateTime={link.until}>{formatMoment(link.until, timeZone, now)}</time>
                </>
              )}
              {`, in ${conditionWords[link.condition].toLowerCase()} condition`}
            </p>
          </li>
        ))}
      </ol>
    </Card>
  );
}
