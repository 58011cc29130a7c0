import type { PayloadOf } from "@/domain-events/catalog/catalog";
import type { Message, Names } from "./message";
import { bookingCode, datesInWords, whatAndWhere } from "./words";

/** An issue that nobody saw to in time is told again to the event's manager, and to every admin. */
export function issueEscalated(
  { bookingId, severity, waitsFor, issueId }: PayloadOf<"EVENT_ISSUE_ESCALATED">,
  names: Names,
): readonly Message[] {
  const start = names.firstStart === null ? "" : `, ${datesInWords([names.firstStart], names)}`;
  const isNew = waitsFor === "acknowledgement";
  const told = {
    kind: "issue-escalated",
    subject: { type: "booking", id: bookingId },
    title: `${SEVERITY_WORDS[severity]} issue of ${bookingCode(names)}: ${isNew ? "not acknowledged in time" : "not resolved in time"}`,
    body: `${whatAndWhere(names)}${start}. ${isNew ? "Acknowledge it, or say who does." : "Resolve it, or say what is missing."}`,
    urgent: severity === "critical" || severity === "high",
    replaces: [],
    fold: null,
  } as const;
  return [
    { ...told, audience: { kind: "admins" }, link: `/admin/issues?open=${issueId}` },
    { ...told, audience: { kind: "managers", ids: names.managerIds }, link: "/field" },
  ];
}

const SEVERITY_WORDS: Readonly<Record<PayloadOf<"EVENT_ISSUE_ESCALATED">["severity"], string>> = {
  low: "Low",
  medium: "Medium",
  high: "High",
  critical: "Critical",
};
