import { Check } from "lucide-react";
import { cn } from "./cn";

export interface Step {
  id: string;
  label: string;
}

export interface StepperProps {
  steps: readonly Step[];
  currentId: string;
  /** With this, finished steps can be opened again. */
  onOpen?: (id: string) => void;
}

/** Where one is in a form of several steps. On a phone only the current step is named. */
export function Stepper({ steps, currentId, onOpen }: StepperProps) {
  const currentIndex = steps.findIndex((step) => step.id === currentId);
  return (
    <nav aria-label="Steps">
      <p className="text-meta text-muted sm:hidden">
        {`Step ${currentIndex + 1} of ${steps.length}: ${steps[currentIndex]?.label ?? ""}`}
      </p>
      <ol className="hidden gap-5 sm:flex">
        {steps.map((step, index) => {
          const isDone = index < currentIndex;
          const content = (
            <>
              <StepMark index={index} isDone={isDone} isCurrent={index === currentIndex} />
              {step.label}
            </>
          );
          const className = cn(
            "inline-flex min-h-target items-center gap-2 text-cell",
            index === currentIndex ? "font-medium text-text" : "text-muted",
          );
          return (
            <li key={step.id} aria-current={index === currentIndex ? "step" : undefined}>
              {isDone && onOpen ? (
                <button
                  type="button"
                  className={cn(className, "hover:text-text")}
                  onClick={() => onOpen(step.id)}
                >
                  {content}
                </button>
              ) : (
                <span className={className}>{content}</span>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function StepMark({ index, isDone, isCurrent }: { index: number; isDone: boolean; isCurrent: boolean }) {
  return (
    <span
      className={cn(
        "inline-flex size-5 items-center justify-center rounded-full text-meta font-semibold tabular-nums [&_.lucide]:size-3",
        isCurrent && "bg-accent text-on-accent",
        isDone && "bg-selected text-accent",
        !isCurrent && !isDone && "bg-neutral text-on-neutral",
      )}
    >
      {isDone ? <Check aria-label="done" /> : index + 1}
    </span>
  );
}
