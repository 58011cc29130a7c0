import "server-only";
import type { Subject } from "@/commands/decider";
import { conflict, invalid } from "@/commands/errors";
import { decide } from "./decide";
import { evolve } from "./evolve";
import { directoryPolicy } from "./policy";
import { decideProfile } from "./profile/decide";
import { profilePolicy } from "./profile/policy";
import { evolveProfile, type ProfileCommand, type StaffProfile } from "./profile/profile";
import type { DirectoryCommand, RecordState } from "./record";
import { load } from "./store/load";
import { loadProfile, saveProfile } from "./store/profile";
import { save } from "./store/save";

export interface DirectoryAnswer {
  readonly recordId: string;
  readonly version: number;
}

const nameTaken = () =>
  conflict(
    "There is already a record of that name, perhaps an archived one. Bring it back, or choose another.",
  );

export const directory: Subject<DirectoryCommand, RecordState, undefined, DirectoryAnswer | null> = {
  name: "directory",
  recordName: "record",
  policy: directoryPolicy,
  decide,
  evolve,
  load,
  save,
  correlationId: (state) => {
    if (!state.exists) throw new Error("a fact of a record that does not exist");
    return state.id;
  },
  result: (state) => (state.exists ? { recordId: state.id, version: state.version } : null),
  refusals: {
    client_name_key: nameTaken,
    location_name_key: nameTaken,
    kit_template_name_key: nameTaken,
    kit_component_name_key: () =>
      conflict("Two lines would have one name on the way. Change their names one after the other."),
    preparation_template_type_key: () =>
      conflict("There is a template for this kind of activity already. Edit that one, or archive it."),
    person_email_key: () => conflict("Somebody with this e-mail address is already here."),
    person_client_id_fkey: () => invalid("There is no such client.", { clientId: "Choose the client." }),
  },
};

/** People as staff: what they can do, when they are free, which clients like to see them. */
export const staffProfiles: Subject<ProfileCommand, StaffProfile, undefined, DirectoryAnswer> = {
  name: "directory",
  recordName: "person",
  policy: profilePolicy,
  decide: decideProfile,
  evolve: evolveProfile,
  load: loadProfile,
  save: saveProfile,
  correlationId: ({ userId }) => userId,
  result: ({ userId, version }) => ({ recordId: userId, version }),
  refusals: {
    client_preference_client_id_fkey: () =>
      invalid("There is no such client.", { clientId: "Choose the client." }),
  },
};
