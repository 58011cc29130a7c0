"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown } from "lucide-react";
import { controlClass } from "./control-class";

export interface ComboboxItem {
  id: string;
  label: string;
  /** Second line: what tells two of the same name apart. */
  hint?: string;
}

export interface ComboboxProps {
  id?: string;
  /** The accessible name where no visible label points here. */
  label?: string;
  items: readonly ComboboxItem[];
  value: ComboboxItem | null;
  onChange: (item: ComboboxItem | null) => void;
  placeholder?: string;
  /** Called with each text typed, for lists the server searches; local filtering is then off. */
  onSearch?: (text: string) => void;
  emptyText?: string;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | undefined;
}

/** Type to find, pick by keys or pointer. For the desk: venues, clients, people. */
export function Combobox(props: ComboboxProps) {
  const { items, value, onChange, onSearch, emptyText = "Nothing matches." } = props;
  return (
    <BaseCombobox.Root
      items={items}
      value={value}
      onValueChange={onChange}
      itemToStringLabel={(item: ComboboxItem) => item.label}
      isItemEqualToValue={(item: ComboboxItem, other: ComboboxItem) => item.id === other.id}
      {...(onSearch && {
        // The text also changes when an item is picked or taken back: that is no search.
        onInputValueChange: (text: string, { reason }: { reason: string }) => {
          if (reason === "input-change") onSearch(text);
        },
        filter: null,
      })}
    >
      <div className="relative">
        <BaseCombobox.Input
          id={props.id}
          aria-label={props.label}
          aria-describedby={props["aria-describedby"]}
          aria-invalid={props["aria-invalid"]}
          placeholder={props.placeholder}
          className={`${controlClass} pr-8`}
        />
        <BaseCombobox.Trigger
          aria-label="Show the list"
          className="absolute inset-y-0 right-0 inline-flex w-8 items-center justify-center text-muted"
        >
          <ChevronsUpDown />
        </BaseCombobox.Trigger>
      </div>
      <BaseCombobox.Portal>
        <BaseCombobox.Positioner sideOffset={4} className="z-overlay">
          <BaseCombobox.Popup className="popup max-h-[min(20rem,var(--available-height))] w-(--anchor-width) overflow-y-auto p-1">
            <BaseCombobox.Empty className="px-2 py-1.5 text-cell text-muted empty:hidden">
              {emptyText}
            </BaseCombobox.Empty>
            <BaseCombobox.List>
              {(item: ComboboxItem) => (
                <BaseCombobox.Item key={item.id} value={item} className="popup-item">
                  <span className="min-w-0 flex-1">
                    <span className="block truncate">{item.label}</span>
                    {item.hint ? (
                      <span className="block truncate text-meta text-muted">{item.hint}</span>
                    ) : null}
                  </span>
                  <BaseCombobox.ItemIndicator className="text-accent">
                    <Check />
                  </BaseCombobox.ItemIndicator>
                </BaseCombobox.Item>
              )}
            </BaseCombobox.List>
          </BaseCombobox.Popup>
        </BaseCombobox.Positioner>
      </BaseCombobox.Portal>
    </BaseCombobox.Root>
  );
}
