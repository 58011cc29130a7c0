"use client";

import { Dialog } from "@/components/ui/dialog";
import { TextLink } from "@/components/ui/text-link";
import { ShortcutList } from "./shortcut-list";

/** The `?` dialog: every key there is. */
export function ShortcutHelp({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose();
      }}
      title="Keyboard shortcuts"
      description={
        <>
          Keys do nothing while you type. Switch single keys off in{" "}
          <TextLink href="/admin/account">your account</TextLink>.
        </>
      }
    >
      <ShortcutList />
    </Dialog>
  );
}
