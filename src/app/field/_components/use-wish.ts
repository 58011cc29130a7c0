"use client";

import * as shared from "@/components/form/use-wish";
import { useRefreshEvent } from "./use-refresh-event";

/** One act about an event, after which everything on screen that knows of events asks again. */
export function useWish<Input extends object>(
  mutate: (input: Input & { idempotencyKey: string }) => Promise<unknown>,
): shared.Wish<Input> {
  return shared.useWish(mutate, useRefreshEvent());
}
