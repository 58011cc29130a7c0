import {
  confirmLocationInput,
  listVenuesInput,
  reportLocationIssueInput,
  revokeConfirmationInput,
  venueByIdInput,
  venueForEventInput,
} from "@/modules/locations/inputs";
import { locations } from "@/modules/locations/module";
import { venueById } from "@/modules/locations/queries/venue-by-id";
import { venueForEvent } from "@/modules/locations/queries/venue-for-event";
import { listVenues } from "@/modules/locations/queries/venues";
import { command } from "@/server/commands";
import { keyed, permitted, router } from "@/server/procedures";

export const locationsRouter = router({
  list: permitted("locations.list")
    .input(listVenuesInput)
    .query(({ ctx, input }) => listVenues(ctx.database, ctx.actor, input)),
  byId: permitted("locations.byId")
    .input(venueByIdInput)
    .query(({ ctx, input }) => venueById(ctx.database, ctx.actor, input.locationId)),
  forEvent: permitted("locations.forEvent")
    .input(venueForEventInput)
    .query(({ ctx, input }) => venueForEvent(ctx.database, ctx.actor, input.eventId)),
  confirm: permitted("locations.confirm")
    .input(keyed(confirmLocationInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, locations, { type: "confirm", ...wish }, idempotencyKey),
    ),
  revokeConfirmation: permitted("locations.revokeConfirmation")
    .input(keyed(revokeConfirmationInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, locations, { type: "revokeConfirmation", ...wish }, idempotencyKey),
    ),
  reportIssue: permitted("locations.reportIssue")
    .input(keyed(reportLocationIssueInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, locations, { type: "reportIssue", ...wish }, idempotencyKey),
    ),
});
