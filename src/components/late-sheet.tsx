"use client";

import { type ComponentType, useState } from "react";
import { PanelError } from "@/components/ui/error-state";
import { Sheet } from "@/components/ui/sheet";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useLatePart } from "@/components/ui/use-late-part";

export interface SheetState {
  readonly isOpen: boolean;
  /** Stays true, so that closing by mistake keeps what was typed and can give the focus back. */
  readonly wasOpened: boolean;
  readonly open: () => void;
  readonly close: () => void;
}

export function useSheet(): SheetState {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  return {
    isOpen,
    wasOpened,
    open: () => {
      setWasOpened(true);
      setIsOpen(true);
    },
    close: () => setIsOpen(false),
  };
}

export interface LateSheetProps<Props extends object> {
  sheet: SheetState;
  title: string;
  /** The form; it has to be the same function every time. */
  load: () => Promise<ComponentType<Props>>;
  props: Props;
}

/** A form over the page that comes when it is first opened: forms are too much for the first load of a phone. */
export function LateSheet<Props extends object>({ sheet, title, load, props }: LateSheetProps<Props>) {
  if (!sheet.wasOpened) return null;
  return (
    <Sheet isOpen={sheet.isOpen} onClose={sheet.close} title={title}>
      <Content load={load} props={props} />
    </Sheet>
  );
}

function Content<Props extends object>({ load, props }: Pick<LateSheetProps<Props>, "load" | "props">) {
  const { part: Form, hasFailed, retry } = useLatePart(load);
  if (hasFailed) return <PanelError what="This form" onRetry={retry} />;
  return Form ? <Form {...props} /> : <SkeletonRows rows={4} label="Loading the form" />;
}
