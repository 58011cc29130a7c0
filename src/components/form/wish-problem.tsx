import { FormProblem } from "./form-problem";
import type { ServerProblem } from "./problem-of";
import { Button } from "@/components/ui/button";

/** Beside a button whose wish failed: why, and for one that got no answer the way to send it again. */
export function WishProblem(props: { problem: ServerProblem | null; onAgain?: (() => void) | undefined }) {
  const { problem, onAgain } = props;
  if (problem?.code !== "OFFLINE") return <FormProblem problem={problem} />;
  return (
    <FormProblem
      problem={problem}
      title="Not sent"
      actions={onAgain ? <Button onClick={onAgain}>Try again</Button> : undefined}
    />
  );
}
