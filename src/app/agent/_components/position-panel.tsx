import { LocateFixed } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { Notice } from "@/components/ui/notice";
import { Spinner } from "@/components/ui/spinner";
import type { Tone } from "@/components/ui/tone";
import { gradePosition, type PositionGrade, type Venue } from "@/values/geo-position";
import { distanceWords, gradeWords } from "./arrival";
import type { Whereabouts } from "./use-position";

const tones: Readonly<Record<PositionGrade, Tone>> = {
  inside: "good",
  doubtful: "caution",
  outside: "problem",
  unverified: "neutral",
};

const labels: Readonly<Record<PositionGrade, string>> = {
  inside: "At the venue",
  doubtful: "Doubtful",
  outside: "Not at the venue",
  unverified: "Not known",
};

/** How far away the phone believes to be, and how sure it is, while it moves (U-53). */
export function PositionPanel({ whereabouts, venue }: { whereabouts: Whereabouts; venue: Venue }) {
  switch (whereabouts.state) {
    case "off":
      return null;
    case "searching":
      return (
        <p role="status" className="flex items-center gap-2 text-muted">
          <Spinner />
          Looking for your position
        </p>
      );
    case "failed":
      return (
        <Notice tone="caution" title="No position" role="status">
          {whereabouts.message}
        </Notice>
      );
    case "known":
      return <Known position={whereabouts.position} venue={venue} />;
    default:
      return neverState(whereabouts);
  }
}

function neverState(state: never): never {
  throw new Error(`unknown state ${JSON.stringify(state)}`);
}

interface KnownProps {
  position: Extract<Whereabouts, { state: "known" }>["position"];
  venue: Venue;
}

function Known({ position, venue }: KnownProps) {
  const { grade, distanceM } = gradePosition(position, venue);
  return (
    <section
      aria-label="Where you are"
      className="grid gap-2 rounded-card border border-border bg-surface p-4"
    >
      <div className="flex items-baseline justify-between gap-3">
        <p className="text-figure tabular-nums">{distanceM === null ? "–" : distanceWords(distanceM)}</p>
        <Badge tone={tones[grade]} icon={<LocateFixed />}>
          {labels[grade]}
        </Badge>
      </div>
      <p className="text-meta text-muted">
        {`From the venue, sure to ${distanceWords(position.accuracy)}. It counts within ${distanceWords(venue.radiusM)}.`}
      </p>
      <p role="status">{gradeWords[grade]}</p>
    </section>
  );
}
