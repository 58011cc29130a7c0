"use client";

import { useRefreshEvents } from "@/app/admin/_components/assign/use-refresh-events";
import { type KeyedActOptions, useKeyedAct } from "@/components/form/use-keyed-act";

/** Sends one kind of act about an event. What shows events asks again, also after a refusal. */
export function useAct<Wish extends object, Answer, Failure>(
  options: KeyedActOptions<Wish, Answer, Failure>,
) {
  const refresh = useRefreshEvents();
  return useKeyedAct(options, () => void refresh());
}
