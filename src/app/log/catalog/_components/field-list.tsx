import { EyeOff } from "lucide-react";
import type { TypeCard } from "./catalog-view";

type Field = TypeCard["fields"][number];

/** The fields of a payload: what each holds, and what it may tell about a person. */
export function FieldList({ fields }: { readonly fields: readonly Field[] }) {
  return (
    <section className="grid gap-2">
      <h3 className="text-title">Fields</h3>
      <ul className="divide-y divide-border rounded-control border border-border">
        {fields.map((field) => (
          <li key={field.path} className="grid gap-0.5 px-3 py-2">
            <span className="flex flex-wrap items-center justify-between gap-x-3">
              <span className="font-mono text-meta break-all">{field.path}</span>
              <ClassOfData field={field} />
            </span>
            <span className="text-meta wrap-anywhere text-muted">
              {field.isRequired ? field.kind : `${field.kind}, optional`}
            </span>
          </li>
        ))}
      </ul>
      <p className="text-meta text-muted">
        A question mark stands behind what may be left out, [] behind a list.
      </p>
    </section>
  );
}

/** Personal fields are marked: exports mask them. */
function ClassOfData({ field: { fieldClass } }: { readonly field: Field }) {
  const words = fieldClass.replace("-", " ");
  if (fieldClass === "business") return <span className="text-meta text-muted">{words}</span>;
  return (
    <span className="inline-flex items-center gap-1 text-meta font-medium [&_.lucide]:size-3.5">
      <EyeOff />
      <span className="sr-only">personal: </span>
      {words}
    </span>
  );
}
