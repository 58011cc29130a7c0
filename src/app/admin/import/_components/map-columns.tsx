"use client";

import { RadioField } from "@/components/form/choice-fields";
import { ComboboxField } from "@/components/form/combobox-field";
import { Form, useZodForm } from "@/components/form/form";
import { SubmitButton } from "@/components/form/submit-button";
import { SelectField } from "@/components/form/text-field";
import { Card } from "@/components/ui/card";
import { FilePreview } from "./file-preview";
import type { ImportFileHead, ImportTarget } from "./import-types";
import { mappingDefaults, mappingFormSchema, toTarget } from "./mapping-form";

const neededColumns = [
  {
    name: "externalId",
    label: "Booking id",
    hint: "Rows with the same id become one booking with several dates.",
  },
  { name: "title", label: "Title" },
  { name: "start", label: "Start" },
  { name: "end", label: "End" },
  { name: "venue", label: "Venue", hint: "Several venues in one cell are separated by commas." },
];

const optionalColumns = [
  { name: "venuePrefix", label: "Put before each venue", hint: "A borough or a town, for example." },
  { name: "category", label: "Kind of activity" },
  { name: "notes", label: "Notes" },
  { name: "client", label: "Client of the row", hint: "Where each row names its own client." },
];

const dateOrders = [
  { value: "auto", label: "As the file shows" },
  { value: "mdy", label: "Month, day, year" },
  { value: "dmy", label: "Day, month, year" },
  { value: "ymd", label: "Year, month, day" },
] as const;

interface MapColumnsProps {
  readonly head: ImportFileHead;
  readonly clients: readonly { readonly id: string; readonly name: string }[];
  /** What was chosen before. */
  readonly target: ImportTarget | null;
  readonly onMapped: (target: ImportTarget) => void;
}

/** Says which column means what, for whom the bookings are and on which clock the times. */
export function MapColumns({ head, clients, target, onMapped }: MapColumnsProps) {
  const form = useZodForm(mappingFormSchema, mappingDefaults(head, target));
  const columns = head.headers.map((header) => ({ value: header, label: header }));
  return (
    <div className="grid min-w-0 gap-4">
      <FilePreview head={head} />
      <Form
        form={form}
        label="Columns of the file"
        className="grid gap-4"
        onSubmit={(values) => onMapped(toTarget(head.fileId, values))}
      >
        <div className="grid gap-4 xl:grid-cols-2">
          <Card title="Columns">
            <div className="grid items-end gap-4 sm:grid-cols-2">
              {neededColumns.map((field) => (
                <SelectField key={field.name} {...field} options={columns} placeholder="Choose a column" />
              ))}
              {optionalColumns.map((field) => (
                <SelectField
                  key={field.name}
                  {...field}
                  isOptional
                  options={columns}
                  placeholder="No column"
                />
              ))}
            </div>
          </Card>
          <Card title="Client and times">
            <div className="grid content-start gap-4">
              <ComboboxField
                name="clientId"
                label="Client"
                hint="For whom the bookings are, where a row does not name a client."
                items={clients.map(({ id, name }) => ({ id, label: name }))}
                placeholder="Type to find a client"
              />
              <ComboboxField
                name="timeZone"
                label="Time zone of the venues"
                hint="The file's times are on this clock, summer time included."
                items={zones()}
                placeholder="Type a city, such as Berlin"
              />
              <RadioField name="dateOrder" label="Dates such as 03/04 are" options={dateOrders} />
            </div>
          </Card>
        </div>
        <div>
          <SubmitButton>Check the file</SubmitButton>
        </div>
      </Form>
    </div>
  );
}

function zones() {
  return ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")].map((zone) => ({
    id: zone,
    label: zone.replaceAll("_", " "),
  }));
}
