"use client";

import { Ban, Heart } from "lucide-react";
import dynamic from "next/dynamic";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { StaffRecord } from "./person-screen";

const PreferenceDialog = dynamic(() => import("./preference-dialog").then((part) => part.PreferenceDialog), {
  ssr: false,
});

/** Which clients like to see them, and which do not want them any more. */
export function PreferencesCard({ record }: { record: StaffRecord }) {
  const edit = useLateDialog();
  const { preferences } = record;
  return (
    <Card
      title="Clients"
      aside={record.isActive ? <Button onClick={edit.open}>Prefer or block…</Button> : undefined}
    >
      {preferences.length === 0 ? (
        <p className="text-cell text-muted">No client has said anything about them.</p>
      ) : (
        <ul className="grid gap-2 text-cell">
          {preferences.map(({ clientId, clientName, preference, reason }) => (
            <li key={clientId} className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
              <span className="min-w-0 flex-1 wrap-anywhere">
                {clientName}
                {reason === "" ? null : <span className="block text-meta text-muted">{reason}</span>}
              </span>
              {preference === "preferred" ? (
                <Badge tone="good" icon={<Heart />}>
                  Preferred
                </Badge>
              ) : (
                <Badge tone="problem" icon={<Ban />}>
                  Blocked
                </Badge>
              )}
            </li>
          ))}
        </ul>
      )}
      {edit.wasOpened ? <PreferenceDialog record={record} {...edit.dialog} /> : null}
    </Card>
  );
}
