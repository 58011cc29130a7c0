"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { TextField } from "@/components/form/text-field";
import { SkeletonRows } from "@/components/ui/skeleton";
import { loadContactFields, loadDatesFields, loadNotesField, loadPlanFields } from "./late-parts";
import type { RequestField } from "./request-values";
import { VenuesField } from "./venues-field";

const waiting = () => <SkeletonRows rows={4} />;

/** Each later step comes when it is opened: the first one is all that a page needs at once. */
const DatesFields = dynamic(loadDatesFields, { loading: waiting });
const PlanFields = dynamic(loadPlanFields, { loading: waiting });
const ContactFields = dynamic(loadContactFields, { loading: waiting });
const NotesField = dynamic(loadNotesField, { loading: waiting });

export interface StepFieldsProps {
  fields: readonly RequestField[];
  /** What was asked about a field, to stand beside it; undefined where nothing was. */
  remarkOn: ((field: RequestField) => ReactNode) | undefined;
}

/** The controls of some fields, in the order given. */
export function StepFields({ fields, remarkOn }: StepFieldsProps) {
  return (
    <div className="grid gap-6">
      {fields.map((field) => (
        <OneField key={field} field={field} remark={remarkOn?.(field)} />
      ))}
    </div>
  );
}

function OneField({ field, remark }: { field: RequestField; remark: ReactNode }) {
  const given = remark === undefined ? {} : { remark };
  switch (field) {
    case "title":
      return <TextField name="title" label="Title" hint="What you call this activation" {...given} />;
    case "locationIds":
      return <VenuesField {...given} />;
    case "schedule":
      return (
        <Part title={remark === undefined ? null : "Dates"}>
          <DatesFields {...given} />
        </Part>
      );
    case "plan":
      return (
        <Part title={remark === undefined ? null : "Plan"}>
          <PlanFields {...given} />
        </Part>
      );
    case "contact":
      return <ContactFields {...given} />;
    case "notes":
      return <NotesField {...given} />;
    default:
      return field satisfies never;
  }
}

/** Several controls with one remark have a name together; alone on their step the step's title is enough. */
function Part({ title, children }: { title: string | null; children: ReactNode }) {
  if (title === null) return children;
  return (
    <section aria-label={title} className="grid gap-2">
      <h3 className="text-cell font-medium">{title}</h3>
      {children}
    </section>
  );
}
