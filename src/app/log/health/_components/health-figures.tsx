import { Figure } from "@/components/ui/figure";
import type { Health } from "./chart-data";
import { recentFigures } from "./recent-figures";
import { spanWords } from "@/app/log/_components/span-words";
import { countWords, shareWords } from "./health-words";

/** The numbers to look at first; those of the past are of the whole range that is shown. */
export function HealthFigures({ health, handler }: { readonly health: Health; readonly handler: string }) {
  const figures = recentFigures(health, handler);
  return (
    <div className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6">
      <Figure
        label={handler === "" ? "Recorded" : "Owed"}
        value={countWords(figures.appended)}
        hint={`${countWords(figures.appendedPerMinute)} per minute`}
      />
      <Figure
        label="Handled"
        value={countWords(figures.done)}
        hint={`${countWords(figures.donePerMinute)} per minute`}
      />
      <Figure
        label="Recorded to done"
        value={spanWords(figures.p95)}
        hint={`95 % within; half within ${spanWords(figures.p50)}`}
      />
      <Figure
        label="Failed tries"
        value={shareWords(figures.errorShare)}
        hint={`${countWords(figures.failed)} failed, ${countWords(figures.retried)} done later`}
      />
      <Figure
        label="Due now"
        value={countWords(figures.due)}
        hint={
          figures.oldestMs === null
            ? `Nothing waits, ${countWords(figures.later)} for later`
            : `Oldest ${spanWords(figures.oldestMs)}, ${countWords(figures.later)} for later`
        }
      />
      <Figure
        label="Parked"
        value={countWords(figures.parked)}
        hint={figures.parked === 0 ? "None gave up" : "Wait for somebody"}
      />
    </div>
  );
}
