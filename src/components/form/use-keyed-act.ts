"use client";

import { type UseMutationOptions, useMutation } from "@tanstack/react-query";
import { useRef } from "react";
import { useFreshKey } from "./use-fresh-key";

interface Keyed {
  idempotencyKey?: string | undefined;
}

/**
 * Sends one kind of wish. The same wish keeps its idempotency key until it was carried out; asked for again after that,
 * it is a new one. `settled` runs after each answer, a refusal too; where it is a promise, `send` waits for it.
 */
export function useKeyedAct<Wish extends object, Answer, Failure>(
  options: UseMutationOptions<Answer, Failure, Wish & Keyed>,
  settled: () => Promise<void> | void,
) {
  const keyFor = useFreshKey();
  const carriedOut = useRef(0);
  const { mutateAsync, error, isPending, reset } = useMutation(options);
  const send = async (wish: Wish): Promise<Answer> => {
    try {
      const answer = await mutateAsync({ ...wish, idempotencyKey: keyFor([carriedOut.current, wish]) });
      carriedOut.current += 1;
      return answer;
    } finally {
      await settled();
    }
  };
  return { send, error, isPending, reset };
}

/** What such a wish is made with. */
export type KeyedActOptions<Wish extends object, Answer, Failure> = UseMutationOptions<
  Answer,
  Failure,
  Wish & Keyed
>;
