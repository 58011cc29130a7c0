"use client";

import { useEffect, useRef } from "react";
import type { Combobox, ComboboxProps } from "./combobox";
import { PanelError } from "./error-state";
import { Input } from "./input";
import { useLatePart } from "./use-late-part";

let loaded: typeof Combobox | null = null;

/** Fetches the code of the combobox, for moments shortly before it is needed: a pointer on its button. */
export async function loadCombobox(): Promise<typeof Combobox> {
  const part = await import("./combobox");
  loaded = part.Combobox;
  return part.Combobox;
}

/** `Combobox`, fetched when it is first shown: it is heavy, and most visits to a list never open it. */
export function LazyCombobox(props: ComboboxProps) {
  const { part: Part, hasFailed, retry } = useLatePart(loadCombobox, loaded);
  const place = useRef<HTMLDivElement>(null);
  const isLate = useRef(false);
  useEffect(() => {
    if (Part !== null) {
      if (isLate.current) takeFocus(place.current);
      return;
    }
    isLate.current = true;
  }, [Part]);
  if (hasFailed) return <PanelError what={props.label ?? "The list"} onRetry={retry} />;
  return (
    <div ref={place}>
      {Part ? (
        <Part {...props} />
      ) : (
        <Input
          id={props.id}
          aria-label={props.label}
          placeholder={props.placeholder}
          defaultValue={props.value?.label}
          disabled
        />
      )}
    </div>
  );
}

/** A panel that opened before the field was there holds the focus itself; it belongs to its first field. */
function takeFocus(place: HTMLElement | null) {
  const panel = place?.closest(".popup");
  if (panel && panel === document.activeElement) place?.querySelector("input")?.focus();
}
