"use client";

import { useQuery } from "@tanstack/react-query";
import { Package, PackageCheck, PackageOpen, PackageX } from "lucide-react";
import { type RouterOutputs, useTRPC } from "@/trpc/client";
import { counted } from "@/values/count-words";
import { Effect } from "./effects";

type Kit = RouterOutputs["kits"]["previewMove"]["kits"][number];

/** Which kits a cancellation lets go, by the rule that does it. */
export function ReleasedKits({ eventId }: { eventId: string }) {
  const trpc = useTRPC();
  const { data, isError } = useQuery(trpc.kits.previewRelease.queryOptions({ eventId }));
  return <KitEffects kits={data?.kits} isError={isError} outTitle="still out: they have to come back" />;
}

/** Which kits go along with a move, are packed anew or are let go, by the rule that does it (domain.md rules 16, 18). */
export function MovedKits({ eventId, newDate }: { eventId: string; newDate: string }) {
  const trpc = useTRPC();
  const { data, isError } = useQuery(trpc.kits.previewMove.queryOptions({ eventId, newDate }));
  return <KitEffects kits={data?.kits} isError={isError} outTitle="out: expected back after the new time" />;
}

interface KitEffectsProps {
  kits: readonly Kit[] | undefined;
  isError: boolean;
  outTitle: string;
}

function KitEffects({ kits, isError, outTitle }: KitEffectsProps) {
  if (kits === undefined) {
    return (
      <Effect
        icon={Package}
        {...(isError && { tone: "caution" as const })}
        title={isError ? "What it does to kits could not be looked at" : "Looking at the kits"}
      />
    );
  }
  if (kits.length === 0) return <Effect icon={Package} title="No kits are asked for" />;
  const of = (effect: Kit["effect"]) => kits.filter((one) => one.effect === effect);
  return (
    <>
      <KitLines icon={PackageX} tone="problem" kits={of("released")} title="let go" />
      <KitLines icon={PackageCheck} tone="caution" kits={of("packed-again")} title="to be packed again" />
      <KitLines icon={PackageOpen} tone="caution" kits={of("kept")} title={outTitle} />
      <KitLines icon={Package} tone="neutral" kits={of("stays")} title="going along" />
    </>
  );
}

interface KitLinesProps {
  icon: typeof Package;
  tone: "neutral" | "caution" | "problem";
  kits: readonly Kit[];
  title: string;
}

function KitLines({ icon, tone, kits, title }: KitLinesProps) {
  if (kits.length === 0) return null;
  return (
    <Effect icon={icon} tone={tone} title={`${counted(kits.length, "kit")} ${title}`}>
      <ul>
        {kits.map(({ kitAssignmentId, templateName, code, because }) => (
          <li key={kitAssignmentId}>
            {code === null ? templateName : `${templateName} ${code}`}
            {because === null ? "" : `: ${because.code} ${because.title}`}
          </li>
        ))}
      </ul>
    </Effect>
  );
}
