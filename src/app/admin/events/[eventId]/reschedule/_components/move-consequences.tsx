import { problemOf } from "@/components/form/problem-of";
import { Card } from "@/components/ui/card";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { RescheduleEffects, type RescheduleEffectsProps, type ReschedulePreview } from "./reschedule-effects";

export interface MoveConsequencesProps extends Omit<RescheduleEffectsProps, "preview"> {
  /** The start that is named is the present one. */
  isSame: boolean;
  /** Undefined while no other start is named, or while it is being looked at for the first time. */
  preview: ReschedulePreview | undefined;
  isChecking: boolean;
  error: unknown;
  onRetry: () => void;
}

/** What follows from the start that is named now; a start that cannot be has no consequences. */
export function MoveConsequences(props: MoveConsequencesProps) {
  const { isSame, preview, isChecking, error, onRetry, ...shown } = props;
  if (error !== null) {
    return (
      <PanelError what="What the move would do" reference={problemOf(error).requestId} onRetry={onRetry} />
    );
  }
  if (preview && preview.refusal === null) {
    return (
      <div className={isChecking ? "opacity-60" : ""} aria-busy={isChecking || undefined}>
        <RescheduleEffects {...shown} preview={preview} />
      </div>
    );
  }
  return (
    <Card title="What happens then">
      {isChecking && !preview ? (
        <SkeletonRows rows={5} label="Looking at what follows" />
      ) : (
        <p className="text-cell text-muted">
          {isSame || !preview
            ? "Enter a new date or time. Everything that follows from it stands here before anything happens."
            : "Nothing, since the event cannot start then."}
        </p>
      )}
    </Card>
  );
}
