import {
  personInput,
  setPreferenceInput,
  setProfileInput,
  staffListInput,
} from "@/modules/directory/inputs/profile";
import { staffProfiles } from "@/modules/directory/module";
import { listStaff, staffRecord } from "@/modules/directory/queries/people-as-staff";
import { command } from "@/server/commands";
import { keyed, permitted } from "@/server/procedures";

/** People as staff, for the desk: `directory.people.staff`, `profile`, `setProfile`, `setPreference`. */
export const staffProcedures = {
  staff: permitted("directory.people.staff")
    .input(staffListInput)
    .query(({ ctx, input }) => listStaff(ctx.database, input)),
  profile: permitted("directory.people.profile")
    .input(personInput)
    .query(({ ctx, input }) => staffRecord(ctx.database, input.recordId)),
  setProfile: permitted("directory.people.setProfile")
    .input(keyed(setProfileInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, staffProfiles, { type: "setProfile", ...wish }, idempotencyKey),
    ),
  setPreference: permitted("directory.people.setPreference")
    .input(keyed(setPreferenceInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, staffProfiles, { type: "setPreference", ...wish }, idempotencyKey),
    ),
};
