import type { FactMetadata } from "@/domain-events/catalog/envelope";
import type { AttendedEvent, Evidence, VerificationMethod } from "./attendance";
import { gradePosition, type Position, venuePosition } from "@/values/geo-position";

/** What a phone sends along. */
export interface FromDevice {
  readonly location?: Position | undefined;
  readonly deviceTime?: string | undefined;
}

/**
 * How something was proved, at an instant of the server. A code and a manager prove it by themselves, so their grade is
 * `inside` wherever the phone thinks that it is.
 */
export function evidenceOf(
  given: FromDevice,
  method: VerificationMethod | null,
  { venue }: Pick<AttendedEvent, "venue">,
  at: string,
): Evidence {
  const position = given.location ?? null;
  const graded = gradePosition(position, venue);
  const provesItself = method === "qrcode" || method === "manager" || method === "other";
  return {
    at,
    deviceTime: given.deviceTime ?? null,
    method,
    position,
    distanceM: graded.distanceM,
    grade: provesItself ? "inside" : graded.grade,
  };
}

/**
 * The place that a fact names, and whose it is: the device's for a check-in by position, the venue's for every other
 * (event-catalogue, envelope rules).
 */
export function placeOf(
  { method, position, deviceTime }: Evidence,
  { venue }: Pick<AttendedEvent, "venue">,
): { readonly location: Position; readonly metadata: FactMetadata } {
  const isDevices = position !== null && (method === "gps" || method === null);
  return {
    location: isDevices ? position : venuePosition(venue),
    metadata: {
      locationSource: isDevices ? "device" : "venue",
      ...(deviceTime !== null && { deviceTime }),
    },
  };
}
