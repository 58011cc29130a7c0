"use client";

import { useQuery } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useLateDialog } from "@/app/admin/_components/use-late-dialog";
import { problemOf } from "@/components/form/problem-of";
import { PageHeader } from "@/components/page-header";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { AvailabilityCard } from "./availability-card";
import { FactsCard } from "./facts-card";
import { PreferencesCard } from "./preferences-card";
import { ReliabilityCard } from "./reliability-card";
import { ShiftsCard } from "./shifts-card";

export type StaffRecord = RouterOutputs["directory"]["people"]["profile"];

const crumbs = [{ label: "People", href: "/admin/people" }] as const;

const ProfileDialog = dynamic(() => import("./profile-dialog").then((part) => part.ProfileDialog), {
  ssr: false,
});

/** A person as staff: what they can do, when they are free, what they did. */
export function PersonScreen({ userId, now }: { userId: string; now: string }) {
  const trpc = useTRPC();
  const person = useQuery(trpc.directory.people.profile.queryOptions({ recordId: userId }));
  const edit = useLateDialog();
  if (!person.data) return <PersonUnavailable error={person.error} onRetry={() => void person.refetch()} />;
  const { name, isActive, isStaff } = person.data;
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={name}
        {...(isActive ? {} : { status: <Badge>Not active</Badge> })}
        {...(isStaff && isActive && { actions: <Button onClick={edit.open}>Edit profile…</Button> })}
      />
      {isStaff ? (
        <PersonCards record={person.data} now={now} />
      ) : (
        <EmptyState title={`${name} takes no shifts`}>Only brand agents work on shifts.</EmptyState>
      )}
      {edit.wasOpened ? <ProfileDialog record={person.data} {...edit.dialog} /> : null}
    </>
  );
}

function PersonCards({ record, now }: { record: StaffRecord; now: string }) {
  return (
    <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <div className="grid min-w-0 gap-4">
        <ShiftsCard userId={record.userId} now={now} />
        <ReliabilityCard userId={record.userId} now={now} />
      </div>
      <div className="grid min-w-0 gap-4">
        <FactsCard record={record} now={now} />
        <AvailabilityCard record={record} />
        <PreferencesCard record={record} />
      </div>
    </div>
  );
}

function PersonUnavailable({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  if (error === null) return <SkeletonRows rows={8} label="Loading the person" />;
  const { code, requestId } = problemOf(error);
  if (code !== "NOT_FOUND") return <PanelError what="The person" reference={requestId} onRetry={onRetry} />;
  return (
    <EmptyState
      title="This person is not here"
      action={<ButtonLink href="/admin/people">Go to the list of people</ButtonLink>}
    >
      The link may be mistyped.
    </EmptyState>
  );
}
