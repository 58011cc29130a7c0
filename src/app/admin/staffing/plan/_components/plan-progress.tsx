import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import { Spinner } from "@/components/ui/spinner";
import { counted } from "@/values/count-words";
import { type Plan, stageWords } from "./plan-words";

/** How far the planner is. */
export function PlanProgress({ progress }: { progress: Plan["progress"] }) {
  const { slots, people, stage, value } = progress;
  const sizes = [
    ...(slots === undefined ? [] : [counted(slots, "open slot")]),
    ...(people === undefined ? [] : [counted(people, "agent")]),
  ];
  return (
    <Card title="Planning">
      <div role="status" className="grid gap-3 text-cell">
        <p className="flex items-center gap-2">
          <Spinner />
          {stageWords(progress)}
        </p>
        {sizes.length === 0 ? null : <p className="text-muted">{sizes.join(", ")}</p>}
        {stage === "filled" && slots !== undefined ? (
          <Progress label="Slots filled" value={Math.max(0, Math.round(value ?? 0))} max={slots} />
        ) : null}
      </div>
    </Card>
  );
}
