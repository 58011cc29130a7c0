"use client";

import { type UseMutationOptions, useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { useRefreshEvents } from "@/app/admin/_components/assign/use-refresh-events";
import { useFreshKey } from "@/components/form/use-fresh-key";

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
