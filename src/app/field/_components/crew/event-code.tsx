"use client";

import { useQuery } from "@tanstack/react-query";
import { problemOf } from "@/components/form/problem-of";
import { qrDrawing } from "@/components/qr-drawing";
import { PanelError } from "@/components/ui/error-state";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useTRPC } from "@/trpc/client";
import { instantMs } from "@/values/civil";

/** Asks a moment after the server changes the code, by the server's clock alone. */
const AFTER_MS = 250;

export interface EventCodeProps {
  eventId: string;
  /** False while the sheet is closed: nobody is there to scan. */
  isShown: boolean;
}

/** The code of an event, as large as the screen allows: it changes every half minute, so a photo of it is worth nothing. */
export function EventCode({ eventId, isShown }: EventCodeProps) {
  const trpc = useTRPC();
  const code = useQuery({
    ...trpc.staffing.eventCode.queryOptions({ eventId }),
    enabled: isShown,
    staleTime: 0,
    gcTime: 0,
    refetchInterval: ({ state: { data } }) =>
      data ? Math.max(1_000, instantMs(data.nextAt) - instantMs(data.now) + AFTER_MS) : 5_000,
  });
  if (!code.data) {
    return code.isError ? (
      <PanelError
        what="The code"
        reference={problemOf(code.error).requestId}
        onRetry={() => void code.refetch()}
      />
    ) : (
      <SkeletonRows rows={6} label="Loading the code" />
    );
  }
  return <Code address={code.data.address} typed={code.data.typed} isOld={code.isError} />;
}

function Code({ address, typed, isOld }: { address: string; typed: string; isOld: boolean }) {
  const { size, path } = qrDrawing(address);
  return (
    <div className="grid justify-items-center gap-4 pb-4">
      {/* Black on white in every theme: a camera reads nothing else for sure. */}
      <svg
        role="img"
        aria-label="Code to scan for the check-in"
        viewBox={`-4 -4 ${size + 8} ${size + 8}`}
        shapeRendering="crispEdges"
        className="aspect-square w-full max-w-[min(100%,60dvh)] rounded-card bg-[#fff]"
      >
        <path d={path} fill="#000" />
      </svg>
      <p className="text-figure tracking-widest tabular-nums">{`${typed.slice(0, 3)} ${typed.slice(3)}`}</p>
      <p className="text-center text-muted">
        Scan it with the camera of your phone, or type the digits. It changes every half minute.
      </p>
      {isOld ? (
        <p role="alert" className="text-on-problem">
          The connection is gone: this code runs out. Check people in by hand meanwhile.
        </p>
      ) : null}
    </div>
  );
}
