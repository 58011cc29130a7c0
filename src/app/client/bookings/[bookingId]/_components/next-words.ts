import type { RouterOutputs } from "@/trpc/client";

type Booking = Pick<
  RouterOutputs["bookings"]["byId"],
  "status" | "dates" | "rejection" | "needsReapproval" | "waitingFor"
>;

/** What happens next, in one sentence per state. Pure. */
export function nextWords(booking: Booking): string {
  const { status, dates, rejection, needsReapproval, waitingFor } = booking;
  const count = (wanted: Booking["dates"][number]["status"]) =>
    dates.filter((date) => date.status === wanted).length;
  switch (status) {
    case "draft":
      return "The agency is asked for nothing yet. Complete the draft and send it when you are ready.";
    case "submitted":
      return needsReapproval
        ? "The agency looks at what you changed; the events it touches are on hold until then."
        : "The agency checks the venue, the people and the kits, then approves the dates, asks for changes or declines.";
    case "changes_requested":
      return "Answer what the agency asks and send the request again; your dates are held for you meanwhile.";
    case "partially_approved":
      if (waitingFor === "client") {
        return `Answer the other ${count("proposed") === 1 ? "time" : "times"} the agency proposes; the approved dates are being prepared.`;
      }
      return "The agency prepares the approved dates and decides about the others.";
    case "approved":
      return dates.every(({ event }) => event !== null && isOver(event.status))
        ? "Every date is over. You see with each one what came of it."
        : "The agency prepares the approved dates; you see here how each one goes.";
    case "rejected":
      return rejection?.allowResubmission === true
        ? "Change the request and send it again, or leave it."
        : "This decision is final. Copy the booking to begin a new one.";
    case "cancelled":
      return "Nothing more happens here. Copy the booking to begin a new one.";
    default:
      return status satisfies never;
  }
}

function isOver(status: string): boolean {
  return status === "completed" || status === "cancelled";
}
