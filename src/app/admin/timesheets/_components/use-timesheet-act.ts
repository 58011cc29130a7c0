"use client";

import { type UseMutationOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { useTRPC } from "@/trpc/client";

interface Keyed {
  idempotencyKey?: string | undefined;
}

/**
 * Sends one kind of act about hours. The same wish keeps its idempotency key until it was carried out; asked for again
 * after that, it is a new one. What shows shifts asks again, also after a refusal.
 */
export function useTimesheetAct<Wish extends object, Answer, Failure>(
  options: UseMutationOptions<Answer, Failure, Wish & Keyed>,
) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const keyFor = useFreshKey();
  const carriedOut = useRef(0);
  const { mutateAsync, isPending } = useMutation(options);
  const send = async (wish: Wish): Promise<Answer> => {
    try {
      const answer = await mutateAsync({ ...wish, idempotencyKey: keyFor([carriedOut.current, wish]) });
      carriedOut.current += 1;
      return answer;
    } finally {
      await queryClient.invalidateQueries(trpc.staffing.pathFilter());
    }
  };
  return { send, isPending };
}
