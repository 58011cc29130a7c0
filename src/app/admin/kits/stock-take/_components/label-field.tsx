"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useId, useRef, useState } from "react";
import { problemOf } from "@/components/form/problem-of";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { useTRPC } from "@/trpc/client";
import { codeOfLabel, type SeenKit } from "./counted";

interface LabelFieldProps {
  isSeen: (code: string) => boolean;
  onSeen: (kit: SeenKit) => void;
}

/** What the last label turned out to be; said aloud by screen readers. */
interface Told {
  readonly isError: boolean;
  readonly words: string;
}

/** Takes labels one after the other, typed or by a scanner that types: it ends each with Enter. */
export function LabelField({ isSeen, onSeen }: LabelFieldProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [told, setTold] = useState<Told | null>(null);
  const look = async (code: string) => {
    if (isSeen(code)) return setTold({ isError: false, words: `${code} was counted already.` });
    try {
      const kit = await queryClient.fetchQuery(trpc.kits.byCode.queryOptions({ code }));
      onSeen(kit);
      setTold({ isError: false, words: `${kit.code}, ${kit.templateName}: counted.` });
    } catch (error) {
      const { code: kind, message } = problemOf(error);
      const isUnknown = kind === "NOT_FOUND" || kind === "INVALID";
      setTold({ isError: true, words: isUnknown ? `${code}: no kit has this code.` : `${code}: ${message}` });
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = codeOfLabel(field.current?.value ?? "");
    if (code === "") return;
    // Empty at once: a scanner types the next label while this one is looked up.
    if (field.current) field.current.value = "";
    void look(code);
  };
  return (
    <form onSubmit={submit} className="grid max-w-form gap-1">
      <label htmlFor={id} className="text-cell font-medium">
        Label
      </label>
      <div className="flex gap-2">
        <Input
          ref={field}
          id={id}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder="Scan or type, then Enter"
        />
        <Button type="submit">Count</Button>
      </div>
      <p role="status" className={`min-h-5 text-cell ${told?.isError ? "text-on-problem" : "text-muted"}`}>
        {told?.words}
      </p>
    </form>
  );
}
