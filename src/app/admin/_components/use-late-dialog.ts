"use client";

import { useState } from "react";

/**
 * A dialog whose code is fetched when it is first asked for. It stays once it was open: closing it ends in its own
 * time, the focus returns, and what was typed is kept.
 */
export function useLateDialog() {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  return {
    wasOpened,
    open: () => {
      setWasOpened(true);
      setIsOpen(true);
    },
    dialog: { isOpen, onOpenChange: setIsOpen },
  };
}
