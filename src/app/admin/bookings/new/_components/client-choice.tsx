"use client";

import { problemOf } from "@/components/form/problem-of";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { LazyCombobox } from "@/components/ui/lazy-combobox";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { RouterOutputs } from "@/trpc/client";

export interface ClientChoiceProps {
  choices: {
    readonly data: RouterOutputs["directory"]["choices"] | undefined;
    readonly error: unknown;
    readonly refetch: () => unknown;
  };
  onChoose: (clientId: string) => void;
}

/** For whom the booking is; the form begins once that is said. */
export function ClientChoice({ choices, onChoose }: ClientChoiceProps) {
  if (!choices.data) {
    if (!choices.error) return <SkeletonRows rows={3} label="Loading clients" />;
    const { requestId } = problemOf(choices.error);
    return (
      <PanelError what="The list of clients" reference={requestId} onRetry={() => void choices.refetch()} />
    );
  }
  const { clients } = choices.data;
  if (clients.length === 0) {
    return <EmptyState title="There are no clients yet">A booking belongs to a client.</EmptyState>;
  }
  return (
    <Card>
      <div className="grid max-w-form gap-1">
        <label htmlFor="for-client" className="text-cell font-medium">
          Client
        </label>
        <p className="text-meta text-muted">Who the booking is for. They see it and everything about it.</p>
        <LazyCombobox
          id="for-client"
          placeholder="Name of the client"
          items={clients.map(({ id, name }) => ({ id, label: name }))}
          value={null}
          onChange={(item) => {
            if (item) onChoose(item.id);
          }}
        />
      </div>
    </Card>
  );
}
