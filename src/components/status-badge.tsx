import { Badge } from "@/components/ui/badge";
import { toneClass } from "@/components/ui/tone";
import { type StateOf, type StatusMachine, statusLook } from "./status-maps";

export interface StatusBadgeProps<Machine extends StatusMachine> {
  machine: Machine;
  state: StateOf<Machine>;
  /** Follows the label: the reason of a hold, who withdrew. */
  detail?: string;
}

/** Icon and word of a state on its tone. Flags are badges of their own beside it. */
export function StatusBadge<Machine extends StatusMachine>({
  machine,
  state,
  detail,
}: StatusBadgeProps<Machine>) {
  const { label, tone, icon: Icon } = statusLook(machine, state);
  return (
    <Badge tone={tone} icon={<Icon />}>
      {detail === undefined ? label : `${label}: ${detail}`}
    </Badge>
  );
}

export interface StatusCellProps<Machine extends StatusMachine> {
  machine: Machine;
  state: StateOf<Machine>;
  /** "3 of 4". */
  count?: string;
}

/** A small matrix cell: icon and number, the word for screen readers. */
export function StatusCell<Machine extends StatusMachine>({
  machine,
  state,
  count,
}: StatusCellProps<Machine>) {
  const { label, tone, icon: Icon } = statusLook(machine, state);
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
