import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { conflict, ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import { changedFieldNames } from "@/modules/directory/record";
import { type ProfileCommand, preferencesAfter, type StaffProfile } from "./profile";

/** The rules of people as staff. Facts name the fields that changed; values never leave the directory's tables. */
export function decideProfile(
  command: ProfileCommand,
  state: StaffProfile,
  _outside: undefined,
  context: DecisionContext,
): readonly Fact[] {
  if (state.role !== "agent") {
    throw ruleViolated("not_staff", "Only brand agents work on shifts. Make them one first.");
  }
  if (!state.isActive) {
    throw ruleViolated("archived", "This person is not active. Bring them back first.");
  }
  if ("version" in command && command.version !== state.version) {
    throw conflict("This record was changed since you opened it. Reload it.");
  }
  const changedFields = changedBy(command, state);
  if (changedFields.length === 0) return [];
  return [
    fact("DIRECTORY_RECORD_UPDATED", {
      recordType: "person",
      recordId: state.userId,
      updatedBy: actorId(context.actor),
      updatedAt: context.now,
      changedFields: [...changedFields],
    }),
  ];
}

function changedBy(command: ProfileCommand, state: StaffProfile): readonly string[] {
  switch (command.type) {
    case "setProfile":
      return changedFieldNames(state.profile, command.profile);
    case "setAvailability":
      return changedFieldNames(state.availability, command.availability).map(
        (name) => `availability.${name}`,
      );
    case "setPreference": {
      const before = {
        clientPreference: state.preferences.find(({ clientId }) => clientId === command.clientId),
      };
      const after = {
        clientPreference: preferencesAfter(state, command).find(
          ({ clientId }) => clientId === command.clientId,
        ),
      };
      return changedFieldNames(before, after);
    }
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown profile command ${JSON.stringify(command)}`);
}
