import type { Fact } from "@/domain-events/catalog/fact";
import type { Availability, ProfileFields } from "@/modules/directory/inputs/profile";
import type { Role } from "@/commands/actor";

/** A person as staff. Everybody who is there has one; it is empty until somebody fills it. */
export interface StaffProfile {
  readonly userId: string;
  readonly role: Role;
  readonly isActive: boolean;
  /** Zero while nothing was ever said. */
  readonly version: number;
  readonly profile: ProfileFields;
  readonly availability: Availability;
  readonly preferences: readonly ClientPreference[];
}

export interface ClientPreference {
  readonly clientId: string;
  readonly preference: "preferred" | "blocked";
  readonly reason: string;
}

export type ProfileCommand =
  | {
      readonly type: "setProfile";
      readonly recordId: string;
      readonly version: number;
      readonly profile: ProfileFields;
    }
  | {
      readonly type: "setAvailability";
      readonly recordId: string;
      readonly version: number;
      readonly availability: Availability;
    }
  | {
      readonly type: "setPreference";
      readonly recordId: string;
      readonly clientId: string;
      readonly preference: ClientPreference["preference"] | null;
      readonly reason: string;
    };

/** The next state after a fact of its own. */
export function evolveProfile(
  state: StaffProfile,
  fact: Fact,
  { command }: { readonly command: ProfileCommand },
): StaffProfile {
  if (fact.type !== "DIRECTORY_RECORD_UPDATED") return state;
  switch (command.type) {
    case "setProfile":
      return { ...state, version: state.version + 1, profile: command.profile };
    case "setAvailability":
      return { ...state, version: state.version + 1, availability: command.availability };
    case "setPreference":
      return { ...state, preferences: preferencesAfter(state, command) };
    default:
      return neverCommand(command);
  }
}

/** As kept, one for each client at most. */
export function preferencesAfter(
  { preferences }: StaffProfile,
  { clientId, preference, reason }: Extract<ProfileCommand, { type: "setPreference" }>,
): readonly ClientPreference[] {
  const others = preferences.filter((known) => known.clientId !== clientId);
  return preference === null ? others : [...others, { clientId, preference, reason }];
}

function neverCommand(command: never): never {
  throw new Error(`unknown profile command ${JSON.stringify(command)}`);
}
