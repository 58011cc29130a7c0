"use client";

import { useState } from "react";
import { singleKeysCookie } from "@/components/keyboard/single-keys";
import { type RowSize, rowSizeCookie, type Theme } from "@/components/theme";
import { ThemeSwitch } from "@/components/theme-switch";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { RadioGroup } from "@/components/ui/radio-group";

const YEAR_SECONDS = 31_536_000;

const rowOptions = [
  { value: "compact", label: "Compact" },
  { value: "comfortable", label: "Comfortable" },
] as const;

export interface PreferencesProps {
  readonly theme: Theme;
  /** Only where they change something: on the desk. */
  readonly desk: { readonly rowSize: RowSize; readonly areSingleKeysOn: boolean } | null;
}

/** How Muster looks and listens on this device; each choice takes effect at once and is kept in a cookie. */
export function Preferences({ theme, desk }: PreferencesProps) {
  return (
    <Card title="On this device">
      <div className="grid max-w-form gap-4">
        <div className="grid gap-1">
          <p className="text-cell font-medium">Theme</p>
          <div className="max-w-72">
            <ThemeSwitch theme={theme} />
          </div>
        </div>
        {desk === null ? null : <RowSizeSwitch rowSize={desk.rowSize} />}
        {desk === null ? null : <SingleKeysSwitch isOn={desk.areSingleKeysOn} />}
      </div>
    </Card>
  );
}

function RowSizeSwitch({ rowSize }: { readonly rowSize: RowSize }) {
  const [chosen, setChosen] = useState(rowSize);
  return (
    <div className="grid justify-items-start gap-1">
      <p className="text-cell font-medium">Rows and controls</p>
      <RadioGroup
        name="rows"
        label="Rows and controls"
        look="segments"
        options={rowOptions}
        value={chosen}
        onChange={(next) => {
          setChosen(next);
          document.documentElement.dataset.rows = next;
          keep(rowSizeCookie, next);
        }}
      />
    </div>
  );
}

function SingleKeysSwitch({ isOn }: { readonly isOn: boolean }) {
  const [isChosen, setIsChosen] = useState(isOn);
  return (
    <div className="grid gap-1">
      <p className="text-cell font-medium">Keyboard</p>
      <Checkbox
        label="Single-key shortcuts, such as J and K in lists"
        checked={isChosen}
        onChange={(event) => {
          setIsChosen(event.target.checked);
          keep(singleKeysCookie, event.target.checked ? "on" : "off");
        }}
      />
      <p className="text-meta text-muted">Without them only keys held with Ctrl or ⌘ act.</p>
    </div>
  );
}

function keep(cookie: string, value: string) {
  document.cookie = `${cookie}=${value}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
