import type * as z from "zod";
import type {
  inspectInput,
  matchTemplateInput,
  moveComponentsInput,
  quarantineInput,
  takeStockInput,
} from "./inputs/units";
import type { Component, Kits, Missing } from "./kits";

/** Kits as things: what is in them and how they are. */

/** About one kit, or about the spares where it names none. */
export type KitUnitCommand =
  | ({ readonly type: "moveComponents" } & z.infer<typeof moveComponentsInput>)
  | ({ readonly type: "matchTemplate" } & z.infer<typeof matchTemplateInput>)
  | ({ readonly type: "inspect" } & z.infer<typeof inspectInput>)
  | ({ readonly type: "quarantine" } & z.infer<typeof quarantineInput>);

export type TakeStockCommand = { readonly type: "takeStock" } & z.infer<typeof takeStockInput>;

export type CommandOf<Type extends KitUnitCommand["type"]> = Extract<KitUnitCommand, { readonly type: Type }>;

/** What the rules need to know beside the kits. */
export interface KitUnitOutside {
  /** What the kit still has of the other one's, as its movements say. */
  readonly borrowed: readonly Missing[];
}

/** The part that a caller names. Throws when `load` did not bring it, which no caller can cause. */
export function componentOf({ components }: Pick<Kits, "components">, componentId: string): Component {
  const component = components.find(({ id }) => id === componentId);
  if (component === undefined) throw new Error("the part was not loaded");
  return component;
}
