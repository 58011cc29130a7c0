import { availabilityInput, setAvailabilityInput } from "@/modules/directory/inputs/profile";
import { staffProfiles } from "@/modules/directory/module";
import { ownStaffRecord } from "@/modules/directory/queries/people-as-staff";
import { candidatesInput, staffPersonInput } from "@/modules/staffing/inputs/candidates";
import { candidatesFor } from "@/modules/staffing/queries/candidates-for";
import { staffPerson } from "@/modules/staffing/queries/staff-person";
import { command } from "@/server/commands";
import { keyed, permitted } from "@/server/procedures";

/** Who fits a shift, what a person did, and when they are free. */
export const staffingPeople = {
  candidates: permitted("staffing.candidates")
    .input(candidatesInput)
    .query(({ ctx, input }) => candidatesFor(ctx.database, ctx.actor, input)),
  person: permitted("staffing.person")
    .input(staffPersonInput)
    .query(({ ctx, input }) => staffPerson(ctx.database, input.userId)),
  availability: permitted("staffing.availability")
    .input(availabilityInput)
    .query(({ ctx, input }) => ownStaffRecord(ctx.database, ctx.actor, input.userId)),
  setAvailability: permitted("staffing.setAvailability")
    .input(keyed(setAvailabilityInput))
    .mutation(({ ctx, input: { idempotencyKey, userId, version, ...availability } }) =>
      command(
        ctx,
        staffProfiles,
        { type: "setAvailability", recordId: userId ?? ctx.actor.id, version, availability },
        idempotencyKey,
      ),
    ),
};
