import "server-only";
import type { Queryable } from "@/db/database";
import { describeRead } from "@/domain-events/catalog/describe";
import type { DescriptionIcon, DescriptionTone } from "@/domain-events/catalog/describe-parts";
import { storedMetadataSchema } from "@/domain-events/catalog/envelope";
import type { LoggedEvent } from "@/domain-events/log/logged-event";
import { recordNames } from "@/modules/bookings/queries/record-names";

/** One entry of a list of the log, in words. */
export interface LogLine {
  readonly id: string;
  readonly position: string;
  /** ISO 8601 UTC with milliseconds. */
  readonly at: string;
  readonly type: string;
  readonly category: string;
  /** A name, "Muster" for the system. */
  readonly actor: string;
  /** The id of who acted, `system` for the system; null where it is unknown. */
  readonly actorId: string | null;
  /** `<subject>.<command>` or `<handler>.<reaction>`. */
  readonly source: string;
  /** Follows the actor's name. */
  readonly title: string;
  readonly tone: DescriptionTone;
  readonly icon: DescriptionIcon;
  readonly correlationId: string;
  /** The booking that the chain belongs to, `BK-1042`, where it is one. */
  readonly bookingNumber: string | null;
  readonly causationId: string | null;
  /** Causes above it. */
  readonly depth: number;
  /** False for what this release cannot read; such entries are shown as stored. */
  readonly isReadable: boolean;
}

export type Names = ReadonlyMap<string, string>;

/** The log is read in one zone for all its venues. */
const LOG_ZONE = "Etc/UTC";

/** The envelope of a fact, readable or not. */
export function envelopeOf({ read }: LoggedEvent) {
  return read.known ? read.event : read.raw;
}

/** Names of all records that these facts name, their actors and their chains. */
export async function namesOf(db: Queryable, events: readonly LoggedEvent[]): Promise<Names> {
  return recordNames(
    db,
    events.flatMap((event) => [
      ...event.entityIds,
      ...(event.actorId === null ? [] : [`user:${event.actorId}`]),
      `booking:${envelopeOf(event).correlationId}`,
      ...overriddenBy(event),
    ]),
  );
}

function overriddenBy(event: LoggedEvent): readonly string[] {
  const metadata = storedMetadataSchema.safeParse(envelopeOf(event).metadata ?? {});
  const by = metadata.data?.override?.by;
  return by === undefined ? [] : [`user:${by}`];
}

export function toLine(event: LoggedEvent, names: Names, now: string): LogLine {
  const { id, type, timestamp, correlationId, source } = envelopeOf(event);
  const { title, tone, icon } = describeRead(event.read, { names, timeZone: LOG_ZONE, now });
  const bookingNumber = names.get(correlationId);
  return {
    id,
    position: event.position,
    at: timestamp,
    type,
    category: event.category,
    actor: actorName(event.actorId, names),
    actorId: event.actorId,
    source,
    title,
    tone,
    icon,
    correlationId,
    bookingNumber: bookingNumber?.startsWith("BK-") === true ? bookingNumber : null,
    causationId: event.causationId,
    depth: event.depth,
    isReadable: event.read.known,
  };
}

export function actorName(actorId: string | null, names: Names): string {
  if (actorId === null || actorId === "system") return "Muster";
  return names.get(actorId) ?? "A former team member";
}

/** The details of one fact in words, all of them: the log is the desk's. */
export function detailsOf(event: LoggedEvent, names: Names, now: string) {
  const { details } = describeRead(event.read, { names, timeZone: LOG_ZONE, now });
  return details.map(({ label, text }) => ({ label, text }));
}
