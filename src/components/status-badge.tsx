import { Badge } from "@/components/ui/badge";
import { toneClass } from "@/components/ui/tone";
import type { StatusLook } from "./status-looks/look";

export interface StatusBadgeProps {
  /** Of the subject's map in `status-looks`. */
  look: StatusLook;
  /** Follows the label: the reason of a hold, who withdrew. */
  detail?: string;
}

/** Icon and word of a state on its tone. Flags are badges of their own beside it. */
export function StatusBadge({ look, detail }: StatusBadgeProps) {
  const { label, tone, icon: Icon } = look;
  return (
    <Badge tone={tone} icon={<Icon />}>
      {detail === undefined ? label : `${label}: ${detail}`}
    </Badge>
  );
}

export interface StatusCellProps {
  look: StatusLook;
  /** "3 of 4". */
  count?: string;
}

/** A small matrix cell: icon and number, the word for screen readers. */
export function StatusCell({ look, count }: StatusCellProps) {
  const { label, tone, icon: Icon } = look;
  return (
    <span
      title={label}
      className={`inline-flex min-h-6 items-center gap-1 rounded-badge px-1.5 text-meta font-medium tabular-nums [&_.lucide]:size-3.5 ${toneClass[tone]}`}
    >
      <Icon />
      <span className="sr-only">{label}</span>
      {count}
    </span>
  );
}
