"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { LazyCombobox } from "@/components/ui/lazy-combobox";
import { NativeSelect } from "@/components/ui/native-select";
import { useTRPC } from "@/trpc/client";
import { stateLabel } from "./filter-words";
import { type LogView, STATES } from "./log-view";
import { type PayloadChoices, PayloadFilter } from "./payload-filter";

export interface MoreFiltersProps {
  readonly view: LogView;
  readonly handlers: readonly string[];
  readonly choices: PayloadChoices;
  readonly onChange: (change: Partial<LogView>) => void;
}

/** What is asked for less often: a handler's state, who acted, by which command, what the payload holds, one chain. */
export function MoreFilters({ view, handlers, choices, onChange }: MoreFiltersProps) {
  return (
    <div className="grid gap-3 p-3 pt-1">
      <div className="grid grid-cols-2 gap-2">
        <NativeSelect
          aria-label="Handler state"
          placeholder="Any state"
          options={STATES.map((value) => ({ value, label: stateLabel(value) }))}
          value={view.state ?? ""}
          onChange={(event) => {
            const state = STATES.find((known) => known === event.target.value) ?? null;
            onChange(state === null ? { state, handler: "" } : { state });
          }}
        />
        <NativeSelect
          aria-label="Handler"
          placeholder="Any handler"
          options={handlers.map((value) => ({ value, label: value }))}
          value={view.handler}
          onChange={(event) =>
            onChange({ handler: event.target.value, ...(view.state === null && { state: "dead" }) })
          }
        />
      </div>
      <SuggestedFilter kind="actor" label="Actor" onPick={(actor) => onChange({ actor })} />
      <SuggestedFilter kind="source" label="Source" onPick={(source) => onChange({ source })} />
      <PayloadFilter view={view} choices={choices} onChange={onChange} />
      <ChainField onPick={(chain) => onChange({ chain })} />
    </div>
  );
}

function SuggestedFilter(props: {
  readonly kind: "actor" | "source";
  readonly label: string;
  readonly onPick: (id: string) => void;
}) {
  const { kind, label, onPick } = props;
  const trpc = useTRPC();
  const [words, setWords] = useState("");
  const found = useQuery({
    ...trpc.log.suggest.queryOptions({ kind, words: words.slice(0, 100) }),
    placeholderData: keepPreviousData,
  });
  return (
    <LazyCombobox
      label={label}
      placeholder={label}
      items={found.data ?? []}
      value={null}
      onSearch={setWords}
      emptyText={found.isError ? "The names could not be loaded." : "Nothing matches."}
      onChange={(item) => {
        if (item) onPick(item.id);
      }}
    />
  );
}

function ChainField({ onPick }: { readonly onPick: (chain: string) => void }) {
  const [text, setText] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== "") onPick(text.trim());
  };
  return (
    <form onSubmit={submit} className="flex gap-2">
      <Input
        aria-label="Correlation id"
        placeholder="Correlation id"
        maxLength={128}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit">Add</Button>
    </form>
  );
}
