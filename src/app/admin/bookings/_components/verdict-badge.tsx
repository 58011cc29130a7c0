import { CircleAlert, CircleCheck, Info, type LucideIcon } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";
import type { Verdict } from "./why-words";

const LOOKS: Record<Verdict["verdict"], { label: string; tone: Tone; icon: LucideIcon }> = {
  clear: { label: "Venue free", tone: "good", icon: CircleCheck },
  note: { label: "Worth a look", tone: "caution", icon: Info },
  blocked: { label: "Blocked", tone: "problem", icon: CircleAlert },
};

/** What the rules say about approving a date now. The reasons stand beside it. */
export function VerdictBadge({ verdict }: { verdict: Verdict["verdict"] }) {
  const { label, tone, icon: Icon } = LOOKS[verdict];
  return (
    <Badge tone={tone} icon={<Icon />}>
      {label}
    </Badge>
  );
}
