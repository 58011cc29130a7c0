import type * as z from "zod";
import type { createKitInput, KitFields, keepKitInput, updateKitInput } from "./inputs/records";
import type { Component } from "./kits";

/** Kits as records of the directory: what is written on them, and whether they are in use. */

export type KitRecordCommand =
  | ({ readonly type: "create" } & z.infer<typeof createKitInput>)
  | ({ readonly type: "update" } & z.infer<typeof updateKitInput>)
  | ({ readonly type: "archive" | "restore" } & z.infer<typeof keepKitInput>);

export interface KitRecord {
  readonly id: string;
  readonly version: number;
  readonly isRetired: boolean;
  readonly fields: KitFields;
}

/** A new kit has no record yet. */
export interface KitRecordState {
  readonly record: KitRecord | null;
}

/** What the rules need to know beside the record. */
export interface KitRecordOutside {
  /** Of a new kit; null where there is no such template. */
  readonly template: { readonly isArchived: boolean; readonly components: readonly Component[] } | null;
  /** Who has the kit; null while it lies at its home. */
  readonly holderName: string | null;
  /** The first event that the kit is bound for, by its number. */
  readonly boundFor: number | null;
}
