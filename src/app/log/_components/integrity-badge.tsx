import { BadgeCheck, Clock, type LucideIcon, ShieldAlert, ShieldCheck } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { Tone } from "@/components/ui/tone";

export interface IntegrityBadgeProps {
  /** What `sealStatesOfDays` or `sealStatesOfEntries` says. */
  readonly standing: "waiting" | "so-far" | "sealed" | "verified" | "altered";
  /** ISO 8601; null while it waits. */
  readonly sealedAt: string | null;
  /** ISO 8601; null if it was never compared with its seal. */
  readonly verifiedAt: string | null;
}

const LOOKS: Readonly<
  Record<IntegrityBadgeProps["standing"], { tone: Tone; word: string; icon: LucideIcon }>
> = {
  waiting: { tone: "pending", word: "Not sealed yet", icon: Clock },
  "so-far": { tone: "neutral", word: "Sealed so far", icon: ShieldCheck },
  sealed: { tone: "neutral", word: "Sealed", icon: ShieldCheck },
  verified: { tone: "good", word: "Verified", icon: BadgeCheck },
  altered: { tone: "problem", word: "Altered", icon: ShieldAlert },
};

/** Whether a day or an entry is as it was sealed; the times stand in the tooltip and for screen readers. */
export function IntegrityBadge({ standing, sealedAt, verifiedAt }: IntegrityBadgeProps) {
  const { tone, word, icon: Icon } = LOOKS[standing];
  const times = [
    sealedAt === null ? "" : `sealed ${minutes(sealedAt)}`,
    verifiedAt === null ? "" : `compared ${minutes(verifiedAt)}`,
  ].filter(Boolean);
  return (
    <span title={times.length === 0 ? undefined : times.join(", ")}>
      <Badge tone={tone} icon={<Icon />}>
        {word}
      </Badge>
      {times.length === 0 ? null : <span className="sr-only">{`, ${times.join(", ")}`}</span>}
    </span>
  );
}

/** "2026-11-27 21:04 UTC" */
function minutes(at: string): string {
  return `${at.slice(0, 10)} ${at.slice(11, 16)} UTC`;
}
