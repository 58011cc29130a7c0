import {
  counted,
  type Describers,
  detail,
  fullMoment,
  named,
  someone,
  type Telling,
  told,
} from "./describe-parts";
import type { kitEvents } from "./kit";

const IMPACT = { minor: "neutral", moderate: "caution", major: "problem" } as const;

const MOVED = {
  acquired: "added",
  packed: "packed",
  used: "used up",
  missing: "missed",
  found: "found",
  topped_up: "topped up",
  put_away: "put away",
  borrowed: "borrowed",
  given_back: "gave back",
  counted: "corrected the count of",
  written_off: "wrote off",
} as const;

function theKit(telling: Telling, kitInstanceId: string | undefined): string {
  return kitInstanceId === undefined ? "a kit" : named(telling, kitInstanceId, "a kit");
}

function template(telling: Telling, kitTemplateId: string): string {
  return named(telling, kitTemplateId, "a kit");
}

function pieces(missing: readonly { readonly quantity: number }[]): string {
  return counted(
    missing.reduce((sum, { quantity }) => sum + quantity, 0),
    "piece",
  );
}

/** The facts of kits in words. */
export const kitWords: Describers<keyof typeof kitEvents> = {
  KIT_ASSIGNED_TO_ACTIVITY: ({ kitTemplateId, kitInstanceId, quantity, notes }, telling) =>
    told(
      "bookmark",
      "neutral",
      `reserved ${quantity} × ${template(telling, kitTemplateId)}`,
      detail("Kit", kitInstanceId && theKit(telling, kitInstanceId), "team"),
      detail("Note", notes, "team"),
    ),
  KIT_PREPARED: ({ kitInstanceId, components, notes }, telling) =>
    told(
      "package-check",
      "good",
      `prepared ${theKit(telling, kitInstanceId)}`,
      detail("Parts", counted(components.length, "part"), "team"),
      detail("Note", notes, "team"),
    ),
  KIT_CHECKED_OUT: ({ kitInstanceId, checkedOutTo, expectedReturnDate }, telling) =>
    told(
      "package-open",
      "active",
      `handed ${theKit(telling, kitInstanceId)} to ${someone(telling, checkedOutTo)}`,
      detail("Back by", fullMoment(telling, expectedReturnDate), "team"),
    ),
  KIT_RETURNED: (
    { kitInstanceId, receivedBy, condition, missingComponents, damagedComponents, notes },
    telling,
  ) => {
    const missing = missingComponents?.length ?? 0;
    const damaged = damagedComponents?.length ?? 0;
    const isWhole = missing === 0 && damaged === 0;
    return told(
      isWhole ? "archive-restore" : "package-minus",
      isWhole ? "good" : "caution",
      `returned ${theKit(telling, kitInstanceId)}`,
      detail("Received by", someone(telling, receivedBy), "team"),
      detail("Condition", condition, "team"),
      detail("Missing", missing === 0 ? undefined : counted(missing, "part"), "team"),
      detail("Damaged", damaged === 0 ? undefined : counted(damaged, "part"), "team"),
      detail("Note", notes, "team"),
    );
  },
  KIT_ISSUE_REPORTED: ({ kitInstanceId, issueType, description, impactLevel }, telling) =>
    told(
      "circle-alert",
      IMPACT[impactLevel],
      `reported a ${impactLevel} issue with ${theKit(telling, kitInstanceId)}`,
      detail("Kind", issueType, "team"),
      detail("Issue", description, "team"),
    ),
  KIT_ASSIGNMENT_CANCELLED: ({ kitInstanceId, reason }, telling) =>
    told("ban", "neutral", `released ${theKit(telling, kitInstanceId)}`, detail("Reason", reason, "team")),
  KIT_SHORTAGE_RAISED: ({ kitTemplateId, missing, cause }, telling) =>
    told(
      "package-x",
      "problem",
      `found ${template(telling, kitTemplateId)} short by ${pieces(missing)}`,
      detail("Why", cause, "team"),
    ),
  KIT_SHORTAGE_RESOLVED: ({ kitTemplateId, resolution }, telling) =>
    told(
      "package-check",
      "good",
      `settled the shortage of ${template(telling, kitTemplateId)}`,
      detail("Resolution", resolution, "team"),
    ),
  KIT_ISSUE_RESOLVED: ({ kitInstanceId, condition, notes }, telling) =>
    told(
      "circle-check",
      "good",
      `resolved an issue with ${theKit(telling, kitInstanceId)}`,
      detail("Condition", condition, "team"),
      detail("Note", notes, "team"),
    ),
  KIT_INSPECTED: ({ kitInstanceId, condition, notes }, telling) =>
    told(
      "scan-line",
      "neutral",
      `inspected ${theKit(telling, kitInstanceId)}`,
      detail("Condition", condition, "team"),
      detail("Note", notes, "team"),
    ),
  KIT_HANDED_OVER: ({ kitInstanceId, handedOverFrom, handedOverTo, condition, notes }, telling) =>
    told(
      "arrow-left-right",
      "active",
      `handed ${theKit(telling, kitInstanceId)} over to ${someone(telling, handedOverTo)}`,
      detail("From", someone(telling, handedOverFrom), "team"),
      detail("Condition", condition, "team"),
      detail("Note", notes, "team"),
    ),
  KIT_SWAPPED: ({ kitInstanceId, replacementInstanceId, condition, reason }, telling) =>
    told(
      "arrow-left-right",
      "caution",
      `swapped ${theKit(telling, kitInstanceId)} for ${theKit(telling, replacementInstanceId)}`,
      detail("Condition", condition, "team"),
      detail("Reason", reason, "team"),
    ),
  KIT_RETURN_EXPECTED: ({ kitInstanceId, expectedReturnDate, reason }, telling) =>
    told(
      "alarm-clock",
      "neutral",
      `expects ${theKit(telling, kitInstanceId)} back by ${fullMoment(telling, expectedReturnDate)}`,
      detail("Reason", reason, "team"),
    ),
  KIT_COMPONENTS_MOVED: ({ kitInstanceId, kind, movements, reason }, telling) =>
    told(
      "package",
      kind === "missing" || kind === "written_off" ? "caution" : "neutral",
      `${MOVED[kind]} ${pieces(movements)}${kitInstanceId === undefined ? "" : ` (${theKit(telling, kitInstanceId)})`}`,
      detail("Reason", reason, "team"),
    ),
  KIT_QUARANTINED: ({ kitInstanceId, reason }, telling) =>
    told(
      "shield-alert",
      "problem",
      `put ${theKit(telling, kitInstanceId)} in quarantine`,
      detail("Reason", reason, "team"),
    ),
  KIT_STOCK_TAKEN: ({ place, kitsSeen, kitsMissing, kitsMisplaced, notes }) =>
    told(
      "scan-line",
      kitsMissing.length === 0 ? "good" : "caution",
      `took stock of ${place}`,
      detail("Seen", counted(kitsSeen.length, "kit"), "team"),
      detail("Missing", counted(kitsMissing.length, "kit"), "team"),
      detail("From elsewhere", counted(kitsMisplaced.length, "kit"), "team"),
      detail("Note", notes, "team"),
    ),
};
