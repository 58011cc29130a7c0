"use client";

import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { useController } from "react-hook-form";
import { Field } from "@/components/form/field";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { venuesMax } from "./limits";
import { VenuePicker } from "./venue-picker";

/** Where it happens: one venue, and further ones that are occupied too. The value is a list of ids. */
export function VenuesField({ remark }: { remark?: ReactNode }) {
  const { field } = useController({ name: "locationIds" });
  const ids: readonly string[] = Array.isArray(field.value) && field.value.length > 0 ? field.value : [""];
  const put = (index: number, id: string) => field.onChange(ids.map((old, at) => (at === index ? id : old)));
  return (
    <div className="grid gap-3">
      {ids.map((id, index) => (
        // Lines have no identity of their own: their place is what they are.
        <Field
          key={index}
          name={`locationIds.${index}`}
          label={index === 0 ? "Venue" : `Further venue ${index}`}
          {...(index === 0 && { hint: "Times are on this venue's clock." })}
          {...(index === 0 && remark !== undefined && { remark })}
        >
          {(control) => (
            <div className="flex items-center gap-1">
              <div className="min-w-0 flex-1">
                <VenuePicker
                  control={control}
                  value={id}
                  onChange={(picked) => put(index, picked)}
                  takenIds={ids.filter((other, at) => at !== index && other !== "")}
                />
              </div>
              {index === 0 ? null : (
                <IconButton
                  label={`Remove further venue ${index}`}
                  icon={<X />}
                  onClick={() => field.onChange(ids.filter((_, at) => at !== index))}
                />
              )}
            </div>
          )}
        </Field>
      ))}
      {ids.length < venuesMax && ids.at(-1) !== "" ? (
        <div>
          <Button variant="quiet" icon={<Plus />} onClick={() => field.onChange([...ids, ""])}>
            Add another venue
          </Button>
        </div>
      ) : null}
    </div>
  );
}
