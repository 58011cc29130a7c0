import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { invalid, notFound } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { BookingState } from "@/modules/bookings/booking";
import type { CommandOf } from "@/modules/bookings/commands";
import type { BookingContent } from "@/modules/bookings/content";
import type { BookingOutside } from "@/modules/bookings/outside";
import { checkedContent } from "./guards";
import { submitted } from "./submit";

/** A new draft of a client's own, or one an admin begins for a client. */
export function decideCreate(
  command: CommandOf<"create">,
  state: BookingState,
  outside: BookingOutside,
  context: DecisionContext,
): readonly Fact[] {
  const clientId = openClient(state, outside);
  const content = checkedContent(outside, command.locationIds);
  return [created(context.newId(), clientId, content, context)];
}

/** A copy keeps everything but the dates, and is linked to its original (rule 13). */
export function decideDuplicate(
  state: BookingState,
  outside: BookingOutside,
  context: DecisionContext,
): readonly Fact[] {
  if (!outside.original) throw notFound("booking");
  return [created(context.newId(), openClient(state, outside), outside.original.content, context)];
}

/** One row group of an import becomes a submitted booking at once; a second run of the same file adds nothing. */
export function decideImport(
  command: CommandOf<"import">,
  state: BookingState,
  outside: BookingOutside,
  context: DecisionContext,
): readonly Fact[] {
  const clientId = openClient(state, outside);
  if (outside.importedBefore !== null) return [];
  const content = checkedContent(outside, command.locationIds);
  const creation = created(context.newId(), clientId, content, context);
  return [creation, submitted({ ...content, id: creation.payload.bookingId, clientId }, context)];
}

function openClient(state: BookingState, outside: BookingOutside): string {
  if (state.clientId === null || outside.client === null || outside.client.archived) {
    throw invalid("Say for which client this booking is.", { clientId: "Choose a client from the list." });
  }
  return state.clientId;
}

function created(bookingId: string, clientId: string, content: BookingContent, context: DecisionContext) {
  return fact("BOOKING_CREATED", {
    bookingId,
    clientId,
    title: content.title,
    status: "draft",
    createdBy: actorId(context.actor),
  });
}
