import type { LucideIcon } from "lucide-react";
import type { Tone } from "@/components/ui/tone";

/** How a state looks wherever it appears: badge, filter, calendar, legend. */
export interface StatusLook {
  label: string;
  tone: Tone;
  icon: LucideIcon;
}

export function look(label: string, tone: Tone, icon: LucideIcon): StatusLook {
  return { label, tone, icon };
}
