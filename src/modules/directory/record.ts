import type { FieldsOf, RecordType } from "./inputs";

/** Master data: a client, a venue, a person or a kit template, as one shape. */

export interface NoRecord {
  readonly exists: false;
}

export interface DirectoryRecord<T extends RecordType = RecordType> {
  readonly exists: true;
  readonly id: string;
  readonly version: number;
  readonly archived: boolean;
  readonly fields: FieldsOf<T>;
}

export type RecordState = NoRecord | DirectoryRecord;

/** A person is asked to choose a password, or is signed out everywhere; their record stays as it is. */
type AccountCommand = {
  readonly type: "invite" | "endSessions";
  readonly recordType: "person";
  readonly recordId: string;
};

export type DirectoryCommand =
  | AccountCommand
  | {
      readonly [T in RecordType]:
        | {
            readonly type: "create";
            readonly recordType: T;
            readonly fields: FieldsOf<T>;
            readonly recordId?: string;
          }
        | {
            readonly type: "update";
            readonly recordType: T;
            readonly recordId: string;
            readonly version: number;
            readonly fields: FieldsOf<T>;
          }
        | {
            readonly type: "archive" | "restore";
            readonly recordType: T;
            readonly recordId: string;
            readonly version: number;
          };
    }[RecordType];

/** Names of the fields in which two records differ; values never leave the directory's own tables. */
export function changedFieldNames(before: object, after: object): string[] {
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([key, value]) => JSON.stringify(old.get(key)) !== JSON.stringify(value))
    .map(([key]) => key);
}
