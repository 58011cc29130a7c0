import { instantMs } from "@/values/civil";
import type { DomainEvent, EventType, PayloadOf } from "./catalog";
import { activityWords } from "./describe-activity";
import { bookingWords } from "./describe-booking";
import { eventWords } from "./describe-event";
import { kitWords } from "./describe-kit";
import {
  bareMoment,
  type DescribeContext,
  type Describers,
  type Description,
  type Detail,
  detail,
  fullMoment,
  type Telling,
} from "./describe-parts";
import { directoryWords, locationWords } from "./describe-records";
import { staffWords } from "./describe-staff";
import { systemWords } from "./describe-system";
import type { ReadEvent } from "./upcast";

const words: Describers<EventType> = {
  ...bookingWords,
  ...eventWords,
  ...activityWords,
  ...staffWords,
  ...kitWords,
  ...locationWords,
  ...directoryWords,
  ...systemWords,
};

/** One fact in plain words (ux.md "Wording"). The title follows the actor's name: "approved 2 dates". */
export function describe(event: DomainEvent, context: DescribeContext): Description {
  const telling: Telling = {
    ...context,
    actorId: event.metadata?.userId,
    isCorrected: event.metadata?.corrected === true,
  };
  const said = tell(event.type, event.payload, telling);
  return { ...said, details: [...said.details, ...metadataDetails(event, telling)] };
}

/** The same for a fact as it was read; one that this code cannot read gets a note and is never left out. */
export function describeRead(read: ReadEvent, context: DescribeContext): Description {
  if (read.known) return describe(read.event, context);
  return {
    title: `recorded ${read.raw.type}`,
    details: detail("Shown as stored", RAW_NOTES[read.reason], "desk"),
    tone: "caution",
    icon: "circle-help",
  };
}

const RAW_NOTES = {
  "unknown-type": "This release does not know this type of log entry.",
  "newer-version": "A newer release wrote this log entry.",
  malformed: "This log entry does not have the shape of its type.",
} as const;

/** The compiler ties type and payload together at the call of each text. */
function tell<T extends EventType>(type: T, payload: PayloadOf<T>, telling: Telling): Description {
  return words[type](payload, telling);
}

/** What happened longer before its record than this was noted late. */
const LATE_MS = 60_000;

function metadataDetails({ metadata, timestamp }: DomainEvent, telling: Telling): readonly Detail[] {
  if (metadata === undefined) return [];
  const { override, corrected, deviceTime } = metadata;
  const isLate = deviceTime !== undefined && instantMs(timestamp) - instantMs(deviceTime) > LATE_MS;
  return [
    ...detail("Approved with override", override?.reason, "desk"),
    ...detail("Correction", corrected === true ? "restates an earlier log entry" : undefined, "team"),
    ...detail(
      "Late",
      isLate
        ? `done ${bareMoment(telling, deviceTime)}, received ${fullMoment(telling, timestamp)}`
        : undefined,
      "team",
    ),
  ];
}
