"use client";

import { useQueryClient } from "@tanstack/react-query";
import type { KeyedActOptions } from "@/components/form/use-keyed-act";
import { type ToldAct, useToldAct } from "@/components/form/use-told-act";
import { useTRPC } from "@/trpc/client";

/** One kind of act about shifts, after which whatever shows shifts or readiness asks again. */
export function useStaffAct<Wish extends object, Answer, Failure>(
  options: KeyedActOptions<Wish, Answer, Failure>,
): ToldAct<Wish> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  return useToldAct(options, () => {
    void queries.invalidateQueries(trpc.staffing.pathFilter());
    void queries.invalidateQueries(trpc.events.pathFilter());
  });
}
