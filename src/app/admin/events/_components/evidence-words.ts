/** What an entry of the log did to a gate, in the past tense; the general word for types that are not known here. */
export function evidenceWords(type: string | undefined): string {
  switch (type) {
    case "LOCATION_CONFIRMED":
      return "Confirmed";
    case "LOCATION_CONFIRMATION_REVOKED":
      return "Taken back";
    case "EVENT_RESCHEDULED":
      return "Dropped when the event was moved";
    case "EVENT_PREPARATION_TASK_COMPLETED":
      return "Last task ticked";
    default:
      return "Changed";
  }
}
