import { eventHref } from "@/app/admin/_components/event-href";
import { StatusBadge } from "@/components/status-badge";
import { kitAssignmentLooks } from "@/components/status-looks/kits";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment } from "@/values/format-time";
import type { ToPrepare } from "./packing-view";

/** One kit to pack: for which event, from which shelf, and how many of each part. */
export function PackingCard({ item, now }: { item: ToPrepare; now: string }) {
  const { event, unit, lines, shortage, notes, status, templateName } = item;
  return (
    <li className="grid content-start gap-2 rounded-card border border-border bg-surface p-4 text-cell break-inside-avoid">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 font-medium wrap-anywhere">
          {templateName}
          {unit === null ? null : <span className="tabular-nums">{` · ${unit.code}`}</span>}
          <span className="block text-meta font-normal text-muted">
            {unit === null ? "No kit is bound yet" : unit.home === "" ? "Home not named" : unit.home}
          </span>
        </p>
        <StatusBadge look={kitAssignmentLooks[status]} />
      </div>
      <p className="wrap-anywhere text-muted">
        <TextLink href={eventHref(event.id)} className="tabular-nums">{`EV-${event.number}`}</TextLink>
        {` ${event.title}, ${event.venueName}. Begins ${formatMoment(event.startsAt, event.timeZone, now)}`}
        {event.managerName === null ? "." : `, run by ${event.managerName}.`}
      </p>
      {shortage === null ? null : (
        <p className="rounded-control bg-caution px-3 py-2 text-on-caution wrap-anywhere">{shortage.cause}</p>
      )}
      {notes === "" ? null : <p className="wrap-anywhere">{notes}</p>}
      {lines.length === 0 ? (
        <p className="text-muted">Its template names no parts.</p>
      ) : (
        <table aria-label={`Parts of ${unit?.code ?? templateName}`} className="w-full">
          <thead className="text-left text-meta text-muted">
            <tr>
              <th scope="col" className="py-0.5 font-medium">
                Part
              </th>
              <th scope="col" className="w-20 py-0.5 text-right font-medium">
                To hold
              </th>
              <th scope="col" className="w-20 py-0.5 text-right font-medium">
                In the kit
              </th>
              <th scope="col" className="hidden w-20 py-0.5 text-right font-medium print:table-cell">
                Counted
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ componentId, name, quantity, inKit }) => (
              <tr key={componentId} className="border-t border-border">
                <td className="py-1 wrap-anywhere">{name}</td>
                <td className="py-1 text-right tabular-nums">{quantity}</td>
                <td
                  className={`py-1 text-right tabular-nums ${inKit !== null && inKit < quantity ? "font-semibold text-on-caution" : ""}`}
                >
                  {inKit ?? "–"}
                </td>
                <td className="hidden border-b border-border py-1 print:table-cell" />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </li>
  );
}
