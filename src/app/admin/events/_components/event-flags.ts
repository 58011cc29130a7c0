import type { EventFlag } from "@/components/status-looks/events";
import type { EventRecord } from "./event-facts";
import type { RecordDetails } from "./use-event-record";

/** What stands beside the state of one event. `details` are undefined while they are on their way. */
export function flagsOf(
  event: Pick<EventRecord, "readinessLost" | "followUps">,
  details: Pick<RecordDetails, "moved"> | undefined,
): readonly EventFlag[] {
  return [
    ...(event.readinessLost !== null ? (["readiness_lost"] as const) : []),
    ...(details !== undefined && details.moved !== null ? (["rescheduled"] as const) : []),
    ...(event.followUps.length > 0 ? (["follow_ups_open"] as const) : []),
  ];
}
