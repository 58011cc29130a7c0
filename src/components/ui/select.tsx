"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { controlClass } from "./control-class";
import type { Option } from "./native-select";

export interface SelectProps<Value extends string> {
  label: string;
  options: readonly (Option & { value: Value })[];
  value: Value | null;
  onChange: (value: Value) => void;
  placeholder?: string;
}

/** A select for the desk. Forms use `SelectField`; phones and the portal use `NativeSelect`. */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { label, options, value, onChange, placeholder = "Choose" } = props;
  return (
    <CSPProvider disableStyleElements>
      <BaseSelect.Root
        items={options}
        value={value}
        onValueChange={(next: Value | null) => {
          if (next !== null) onChange(next);
        }}
      >
        <BaseSelect.Trigger
          aria-label={label}
          className={`${controlClass} inline-flex items-center justify-between gap-2 text-left`}
        >
          <BaseSelect.Value placeholder={placeholder} className="truncate" />
          <BaseSelect.Icon className="text-muted">
            <ChevronsUpDown />
          </BaseSelect.Icon>
        </BaseSelect.Trigger>
        <BaseSelect.Portal>
          <BaseSelect.Positioner sideOffset={4} alignItemWithTrigger={false} className="z-overlay">
            <BaseSelect.Popup className="popup max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1">
              {options.map((option) => (
                <BaseSelect.Item key={option.value} value={option.value} className="popup-item pr-8">
                  <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
                  <BaseSelect.ItemIndicator className="absolute right-2 text-accent">
                    <Check />
                  </BaseSelect.ItemIndicator>
                </BaseSelect.Item>
              ))}
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
    </CSPProvider>
  );
}
