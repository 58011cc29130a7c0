import { type ReactNode, useState } from "react";
import { FormProblem } from "@/components/form/form-problem";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useTRPC } from "@/trpc/client";
import { useStaffAct } from "./use-staff-act";

interface ReasonFormProps {
  /** What is asked for. */
  label: string;
  onSend: (reason: string) => void;
  /** The buttons, the main one first. */
  children: ReactNode;
}

/** One line that somebody else will read, and what is done with it. */
function ReasonForm({ label, onSend, children }: ReasonFormProps) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onSend(reason);
      }}
    >
      <label className="grid gap-1 text-meta">
        {label}
        <Input value={reason} onChange={(event) => setReason(event.target.value)} maxLength={1000} required />
      </label>
      <div className="flex flex-wrap gap-2">{children}</div>
    </form>
  );
}

interface TakeBackProps {
  id: string;
  name: string;
  onDone: () => void;
}

/** Takes a shift or an offer back; the next in rank is asked where that is wished. */
export function TakeBack({ id, name, onDone }: TakeBackProps) {
  const trpc = useTRPC();
  const withdraw = useStaffAct(trpc.staffing.withdraw.mutationOptions());
  const send = async (reason: string) => {
    if (await withdraw.send({ assignmentId: id, reason })) onDone();
  };
  return (
    <>
      <ReasonForm
        label={`Why is it taken back from ${name}? They read it.`}
        onSend={(reason) => void send(reason)}
      >
        <Button type="submit" size="small" variant="danger" isPending={withdraw.isPending}>
          Take back
        </Button>
        <Button size="small" variant="quiet" onClick={onDone}>
          Keep it
        </Button>
      </ReasonForm>
      <FormProblem problem={withdraw.problem} />
    </>
  );
}

interface AcceptAnywayProps {
  name: string;
  isPending: boolean;
  onSend: (reason: string) => void;
}

/** Accepts on behalf of somebody in spite of what stands against it; who did so and why stays with the shift. */
export function AcceptAnyway({ name, isPending, onSend }: AcceptAnywayProps) {
  return (
    <ReasonForm label={`Why may ${name} have it all the same? It stays with the shift.`} onSend={onSend}>
      <Button type="submit" size="small" isPending={isPending}>
        Accept all the same<span className="sr-only">{` for ${name}`}</span>
      </Button>
    </ReasonForm>
  );
}
