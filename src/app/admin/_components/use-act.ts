"use client";

import { type UseMutationOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { useTRPC } from "@/trpc/client";

interface Keyed {
  idempotencyKey?: string | undefined;
}

/**
 * Sends one kind of act about an event. The same wish keeps its idempotency key until it was carried out; asked for
 * again after that, it is a new one. What shows events asks again, also after a refusal.
 */
export function useAct<Wish extends object, Answer, Failure>(
  options: UseMutationOptions<Answer, Failure, Wish & Keyed>,
) {
  const keyFor = useFreshKey();
  const carriedOut = useRef(0);
  const refresh = useRefreshEvents();
  const { mutateAsync, error, isPending, reset } = useMutation(options);
  const send = async (wish: Wish): Promise<Answer> => {
    try {
      const answer = await mutateAsync({ ...wish, idempotencyKey: keyFor([carriedOut.current, wish]) });
      carriedOut.current += 1;
      return answer;
    } finally {
      void refresh();
    }
  };
  return { send, error, isPending, reset };
}

/** Has everything that shows events, and what hangs on them, ask again. */
export function useRefreshEvents(): () => Promise<void> {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return async () => {
    await Promise.all(
      [trpc.events, trpc.activities, trpc.locations, trpc.bookings].map((router) =>
        queryClient.invalidateQueries(router.pathFilter()),
      ),
    );
  };
}
