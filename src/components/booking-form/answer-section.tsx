import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";

/** One part of the answers, with its way back. */
export function AnswerSection(props: { title: string; onChange: () => void; children: ReactNode }) {
  return (
    <Card
      title={props.title}
      aside={
        <Button variant="quiet" aria-label={`Change: ${props.title}`} onClick={props.onChange}>
          Change
        </Button>
      }
    >
      {props.children}
    </Card>
  );
}
