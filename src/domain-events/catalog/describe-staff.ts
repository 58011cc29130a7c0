import { type Describers, detail, fullMoment, someone, type Telling, told } from "./describe-parts";
import { theEvent } from "./describe-event";
import type { staffEvents } from "./staff";

/** The shift of whoever acts, or of the person that somebody else acts for. */
function whose(telling: Telling, userId: string): string {
  return telling.actorId === userId ? "their shift" : `the shift of ${someone(telling, userId)}`;
}

function unlessActor(telling: Telling, userId: string): string {
  return telling.actorId === userId ? "" : ` ${someone(telling, userId)}`;
}

/** The facts of shifts in words. Reasons, positions, pay and hours stay with the people they are about. */
export const staffWords: Describers<keyof typeof staffEvents> = {
  STAFF_ASSIGNMENT_CREATED: ({ userId, eventId, role, startTime, endTime, instructions }, telling) =>
    told(
      "user-plus",
      "neutral",
      `planned ${someone(telling, userId)} as ${role} for ${theEvent(telling, eventId)}`,
      detail("From", fullMoment(telling, startTime), "team"),
      detail("To", fullMoment(telling, endTime), "team"),
      detail("Instructions", instructions, "team"),
    ),
  STAFF_ASSIGNMENT_OFFERED: ({ userId, eventId, responseDeadline }, telling) =>
    told(
      "send",
      "pending",
      `offered ${someone(telling, userId)} a shift at ${theEvent(telling, eventId)}`,
      detail("Answer by", fullMoment(telling, responseDeadline), "team"),
    ),
  STAFF_ASSIGNMENT_ACCEPTED: ({ userId, eventId }, telling) =>
    told("user-check", "good", `accepted ${whose(telling, userId)} at ${theEvent(telling, eventId)}`),
  STAFF_ASSIGNMENT_REJECTED: ({ userId, eventId }, telling) =>
    told("user-x", "neutral", `declined ${whose(telling, userId)} at ${theEvent(telling, eventId)}`),
  STAFF_CHECKED_IN: ({ userId, eventId }, telling) =>
    told(
      "map-pin-check",
      "active",
      `checked in${unlessActor(telling, userId)} at ${theEvent(telling, eventId)}`,
    ),
  STAFF_CHECKED_OUT: ({ userId, eventId }, telling) =>
    told("log-out", "good", `checked out${unlessActor(telling, userId)} at ${theEvent(telling, eventId)}`),
  STAFF_NO_SHOW: ({ userId, eventId }, telling) =>
    told(
      "user-minus",
      "problem",
      `reported that ${someone(telling, userId)} did not come to ${theEvent(telling, eventId)}`,
    ),
  STAFF_ASSIGNMENT_EXPIRED: ({ userId, responseDeadline }, telling) =>
    told(
      "timer-off",
      "neutral",
      `let the offer to ${someone(telling, userId)} run out`,
      detail("Answer was due", fullMoment(telling, responseDeadline), "team"),
    ),
  STAFF_ASSIGNMENT_WITHDRAWN: ({ userId, eventId }, telling) =>
    told("undo-2", "caution", `withdrew ${whose(telling, userId)} at ${theEvent(telling, eventId)}`),
  STAFF_CHECK_IN_ASKED: ({ userId, eventId }, telling) =>
    told(
      "map-pin-off",
      "pending",
      `asked to be checked in${unlessActor(telling, userId)} at ${theEvent(telling, eventId)}`,
    ),
  STAFF_HOURS_CORRECTED: ({ userId, eventId }, telling) =>
    told(
      "pencil",
      "caution",
      `corrected the hours of ${someone(telling, userId)} at ${theEvent(telling, eventId)}`,
    ),
  STAFF_HOURS_APPROVED: ({ userId, eventId }, telling) =>
    told(
      "badge-check",
      "good",
      `approved the hours of ${someone(telling, userId)} at ${theEvent(telling, eventId)}`,
    ),
  STAFF_STANDBY_JOINED: ({ userId, eventId, role }, telling) =>
    told(
      "user-plus",
      "neutral",
      telling.actorId === userId
        ? `joined the standby list as ${role} for ${theEvent(telling, eventId)}`
        : `put ${someone(telling, userId)} on standby as ${role} for ${theEvent(telling, eventId)}`,
    ),
  STAFF_SLOT_UNFILLED: ({ eventId, role, asked }, telling) =>
    told(
      "circle-alert",
      "problem",
      `found nobody left to ask as ${role} for ${theEvent(telling, eventId)}`,
      detail("Asked so far", String(asked), "team"),
    ),
};
