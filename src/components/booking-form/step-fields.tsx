"use client";

import dynamic from "next/dynamic";
import type { ReactNode } from "react";
import { TextField } from "@/components/form/text-field";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type AskedChange, fieldOfChange } from "./asked-changes";
import { AskedRemark, remarksOn } from "./asked-remarks";
import { ContactFields, NotesField } from "./contact-fields";
import { loadDatesFields, loadPlanFields } from "./late-parts";
import type { RequestField } from "./request-values";
import { VenuesField } from "./venues-field";

const waiting = () => <SkeletonRows rows={4} />;

/** Each later step comes when it is opened: the first one is all that a page needs at once. */
const DatesFields = dynamic(loadDatesFields, { loading: waiting });
const PlanFields = dynamic(loadPlanFields, { loading: waiting });

export interface StepFieldsProps {
  fields: readonly RequestField[];
  /** What the agency asked to change; each stands beside its field. */
  changes: readonly AskedChange[];
}

/** The controls of some fields, in the order given. */
export function StepFields({ fields, changes }: StepFieldsProps) {
  return (
    <div className="grid gap-6">
      {fields.map((field) => (
        <OneField key={field} field={field} changes={changes} />
      ))}
    </div>
  );
}

function OneField({ field, changes }: { field: RequestField } & Omit<StepFieldsProps, "fields">) {
  const remark = remarksOn(changes, field);
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

/** What was asked about no field of this form. */
export function OtherRemarks({ changes }: { changes: readonly AskedChange[] }) {
  return changes
    .filter((change) => fieldOfChange(change) === null)
    .map((change) => <AskedRemark key={`${change.field} ${change.reason}`} change={change} />);
}
