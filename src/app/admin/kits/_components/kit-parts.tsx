"use client";

import { FormProblem } from "@/components/form/form-problem";
import { problemOf } from "@/components/form/problem-of";
import { entryHref } from "@/components/entry-href";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { useToasts } from "@/components/ui/toast";
import { useTRPC } from "@/trpc/client";
import { counted, groupDigits } from "@/values/count-words";
import { formatDate } from "@/values/format-time";
import { differs, type KitPart, type KitRecord, lackingPieces } from "./kit-record";
import { causeWords } from "./move-words";
import { useKitAct } from "./use-kit-act";

interface PartsProps {
  kit: KitRecord;
  now: string;
  timeZone: string;
}

/** What a kit holds against its template, and since when and why it lacks what it lacks. */
export function KitParts({ kit, now, timeZone }: PartsProps) {
  const lacking = lackingPieces(kit);
  return (
    <Card
      title="What it holds"
      isFlush
      aside={
        <span className="text-cell text-muted">
          {lacking === 0 ? "Nothing is missing" : `${counted(lacking, "piece")} missing`}
        </span>
      }
    >
      {kit.parts.length === 0 ? (
        <p className="px-4 py-3 text-cell text-muted">Its template names no parts yet.</p>
      ) : (
        <ul className="divide-y divide-border">
          {kit.parts.map((part) => (
            <PartRow key={part.componentId} part={part} now={now} timeZone={timeZone} />
          ))}
        </ul>
      )}
      {differs(kit) && kit.can.move && kit.status !== "retired" ? <MatchTemplate kit={kit} /> : null}
    </Card>
  );
}

function PartRow({ part, now, timeZone }: { part: KitPart } & Omit<PartsProps, "kit">) {
  const { name, usage, critical, asked, held, spares, debt } = part;
  return (
    <li className="grid gap-1 px-4 py-2.5 text-cell">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 gap-y-1">
        <p className="min-w-0 wrap-anywhere">
          {name}
          {critical ? <span className="text-muted"> · critical</span> : null}
          {usage === "consumable" ? <span className="text-muted"> · consumable</span> : null}
        </p>
        <p className="flex items-baseline gap-3 tabular-nums">
          <span className="text-meta text-muted">{`${groupDigits(spares)} in spares`}</span>
          {asked === 0 ? (
            <Badge tone="caution">{`${held}, not in the template`}</Badge>
          ) : held < asked ? (
            <Badge tone="caution">{`${held} of ${asked}`}</Badge>
          ) : (
            <span>{`${held} of ${asked}`}</span>
          )}
        </p>
      </div>
      {debt === null ? null : (
        <p className="text-meta wrap-anywhere text-muted">
          {`${debt.quantity} too few since `}
          <time dateTime={debt.since}>{formatDate(debt.since, timeZone, now)}</time>
          {debt.cause === null ? (
            ": it never held as many as its template asks for now."
          ) : (
            <>
              {`: ${causeWords(debt.cause.kind)}`}
              {debt.cause.eventNumber === null ? "" : ` at EV-${debt.cause.eventNumber}`}
              {debt.cause.byName === null ? "" : `, recorded by ${debt.cause.byName}`}
              {debt.cause.reason === null ? ". " : `. ${debt.cause.reason} `}
              <TextLink href={entryHref(debt.cause.factId)}>Log entry</TextLink>
            </>
          )}
        </p>
      )}
    </li>
  );
}

/** The task that an edited template leaves behind (domain.md rule 44). */
function MatchTemplate({ kit }: { kit: KitRecord }) {
  const trpc = useTRPC();
  const toasts = useToasts();
  const match = useKitAct(trpc.kits.matchTemplate.mutationOptions());
  const press = () =>
    match.send({ kitInstanceId: kit.id }).then(
      ({ kit: after }) => {
        const left = (after?.missing ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
        toasts.success(
          left === 0
            ? `${kit.code} is what its template says.`
            : `${kit.code} still lacks ${counted(left, "piece")}.`,
          kit.code,
        );
      },
      // The refusal shows in place.
      () => undefined,
    );
  return (
    <div className="grid justify-items-start gap-2 border-t border-border px-4 py-3">
      <FormProblem problem={match.error ? problemOf(match.error) : null} />
      <Button isPending={match.isPending} onClick={() => void press()}>
        Bring it to its template
      </Button>
      <p className="text-meta text-muted">
        Takes what it lacks from the spares, as far as they reach, and puts what is too much there.
      </p>
    </div>
  );
}
