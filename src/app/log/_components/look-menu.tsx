"use client";

import { SlidersHorizontal } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { NativeSelect } from "@/components/ui/native-select";
import { Popover } from "@/components/ui/popover";
import { zoneLabel } from "@/values/format-time";
import { COLUMN_LABELS, COLUMNS, type LogLook, lookCookie, writeLook } from "./log-look";

const YEAR_SECONDS = 31_536_000;

/** Columns and clock of the list, remembered on this device (U-10). */
export function LookMenu({ look, onChange }: { look: LogLook; onChange: (look: LogLook) => void }) {
  const choose = (change: Partial<LogLook>) => {
    const next = { ...look, ...change };
    document.cookie = `${lookCookie}=${writeLook(next)}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
    onChange(next);
  };
  const isOwn = look.zone !== "utc" && look.zone !== "venue";
  return (
    <Popover
      title="Columns and times"
      trigger={
        <Button variant="quiet" icon={<SlidersHorizontal />}>
          Display
        </Button>
      }
    >
      <div className="grid gap-3 p-3 pt-1">
        <NativeSelect
          aria-label="Times in"
          options={[
            { value: "utc", label: "Times in UTC" },
            { value: "venue", label: "Times of each venue" },
            { value: "own", label: isOwn ? `My time, ${zoneLabel(look.zone)}` : "My time" },
          ]}
          value={isOwn ? "own" : look.zone}
          onChange={({ target }) => choose({ zone: target.value === "own" ? ownZone() : target.value })}
        />
        <fieldset className="grid">
          <legend className="pb-1 text-meta text-muted">Columns of the list</legend>
          {COLUMNS.filter((column) => column !== "time").map((column) => (
            <Checkbox
              key={column}
              label={COLUMN_LABELS[column]}
              checked={look.columns.includes(column)}
              onChange={({ target }) =>
                choose({
                  columns: COLUMNS.filter((known) =>
                    known === column ? target.checked : look.columns.includes(known),
                  ),
                })
              }
            />
          ))}
        </fieldset>
      </div>
    </Popover>
  );
}

function ownZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
