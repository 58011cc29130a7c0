"use client";

import { ReportButton } from "@/components/problem/report-button";

const loadForm = () => import("./event-problem-form").then((part) => part.EventProblemForm);

/** The way to tell the agency what is wrong at an event. */
export function ReportEventProblem({ event }: { event: { eventId: string; number: number } }) {
  return (
    <div className="justify-self-start">
      <ReportButton
        name={`Report a problem at EV-${event.number}`}
        words="Report a problem"
        title={`Report a problem at EV-${event.number}`}
        load={loadForm}
        props={{ event }}
      />
    </div>
  );
}
