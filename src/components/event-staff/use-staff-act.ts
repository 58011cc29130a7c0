"use client";

import { type UseMutationOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef } from "react";
import { problemOf, type ServerProblem } from "@/components/form/problem-of";
import { useFreshKey } from "@/components/form/use-fresh-key";
import { useTRPC } from "@/trpc/client";

interface Keyed {
  idempotencyKey?: string | undefined;
}

export interface StaffAct<Wish> {
  /** True once it went through; what was refused stands in `problem`. */
  readonly send: (wish: Wish) => Promise<boolean>;
  readonly isPending: boolean;
  readonly problem: ServerProblem | null;
}

/**
 * One kind of act about shifts. The same wish keeps its idempotency key until it was carried out. Whatever shows shifts
 * or readiness asks again, also after a refusal: then the screen shows what is not so any more.
 */
export function useStaffAct<Wish extends object, Answer, Failure>(
  options: UseMutationOptions<Answer, Failure, Wish & Keyed>,
): StaffAct<Wish> {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const keyFor = useFreshKey();
  const carriedOut = useRef(0);
  const { mutateAsync, error, isPending } = useMutation(options);
  const send = async (wish: Wish): Promise<boolean> => {
    try {
      await mutateAsync({ ...wish, idempotencyKey: keyFor([carriedOut.current, wish]) });
      carriedOut.current += 1;
      return true;
    } catch {
      // The refusal stands in `problem`.
      return false;
    } finally {
      void queries.invalidateQueries(trpc.staffing.pathFilter());
      void queries.invalidateQueries(trpc.events.pathFilter());
    }
  };
  return { send, isPending, problem: error === null ? null : problemOf(error) };
}
