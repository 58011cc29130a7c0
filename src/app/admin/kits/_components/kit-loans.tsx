import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { formatDate } from "@/values/format-time";
import type { KitRecord } from "./kit-record";
import { kitHref } from "./kits-view";

/** What went from one kit to another and did not come back; nothing where nothing did. */
export function KitLoans({ kit, now, timeZone }: { kit: KitRecord; now: string; timeZone: string }) {
  if (kit.loans.length === 0) return null;
  return (
    <Card title="Loans" isFlush>
      <ul className="divide-y divide-border">
        {kit.loans.map(({ componentId, name, quantity, direction, otherKitId, otherCode, since }) => (
          <li
            key={`${componentId} ${direction} ${otherKitId}`}
            className="px-4 py-2.5 text-cell wrap-anywhere"
          >
            {`${quantity} × ${name} ${direction === "lent" ? "lent to" : "borrowed from"} `}
            <TextLink href={kitHref(otherKitId)}>{otherCode}</TextLink>
            <span className="text-muted">
              {" since "}
              <time dateTime={since}>{formatDate(since, timeZone, now)}</time>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
