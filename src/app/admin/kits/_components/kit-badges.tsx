import { StatusBadge } from "@/components/status-badge";
import { kitFlagLooks, kitUnitLooks } from "@/components/status-looks/kits";
import { Badge } from "@/components/ui/badge";
import { holdsTooMuch, type KitRecord } from "./kit-record";

/** How a kit stands, and what somebody should know beside it. */
export function KitBadges({ kit }: { kit: KitRecord }) {
  const flags = [
    ...(kit.isOverdue ? [kitFlagLooks.overdue] : []),
    ...(holdsTooMuch(kit) ? [kitFlagLooks.differs_from_template] : []),
    ...(kit.loans.some(({ direction }) => direction === "lent") ? [kitFlagLooks.on_loan] : []),
  ];
  return (
    <span className="inline-flex flex-wrap items-center gap-1">
      <StatusBadge look={kitUnitLooks[kit.status]} />
      {flags.map((flag) => (
        <StatusBadge key={flag.label} look={flag} />
      ))}
      {kit.notSeenSince === null ? null : <Badge tone="problem">Not found</Badge>}
    </span>
  );
}
