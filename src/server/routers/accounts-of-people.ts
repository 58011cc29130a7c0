import { accountInput } from "@/modules/directory/inputs";
import { directory } from "@/modules/directory/module";
import { invitationParts } from "@/server/auth/invitation-parts";
import { invitePerson } from "@/server/auth/invite-person";
import { command } from "@/server/commands";
import { keyed, permitted } from "@/server/procedures";

/** What an admin does about the sign-in of other people: `directory.people.invite`, `directory.people.endSessions`. */
export const accountProcedures = {
  invite: permitted("directory.people.invite")
    .input(keyed(accountInput))
    .mutation(({ ctx, input }) => invitePerson(ctx, input, invitationParts())),
  endSessions: permitted("directory.people.endSessions")
    .input(keyed(accountInput))
    .mutation(({ ctx, input: { idempotencyKey, recordId } }) =>
      command(ctx, directory, { type: "endSessions", recordType: "person", recordId }, idempotencyKey),
    ),
};
