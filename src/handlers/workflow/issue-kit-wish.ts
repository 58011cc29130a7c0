import { type CommandOrigin, joinCommand } from "@/commands/run-command";
import type { Tx } from "@/db/database";
import {
  checkKitNeedsInput,
  layOutKitsInput,
  moveKitsInput,
  releaseKitsInput,
} from "@/modules/kits/inputs/needs";
import { kitNeedsThatFollow } from "@/modules/kits/module";
import type { KitNeedWish } from "./reactions/reaction";

/** Issues what follows for the needs of events, in the delivery's own transaction. */
export async function issueKitWish(tx: Tx, wish: KitNeedWish, origin: CommandOrigin): Promise<void> {
  await joinCommand(tx, kitNeedsThatFollow, commandOf(wish), origin);
}

function commandOf(wish: KitNeedWish) {
  switch (wish.type) {
    case "layOutKits":
      return { type: wish.type, ...layOutKitsInput.parse(wish.input) };
    case "releaseKits":
      return { type: wish.type, ...releaseKitsInput.parse(wish.input) };
    case "moveKits":
      return { type: wish.type, ...moveKitsInput.parse(wish.input) };
    case "checkKitNeeds":
      return { type: wish.type, ...checkKitNeedsInput.parse(wish.input) };
    default:
      return neverWish(wish);
  }
}

function neverWish(wish: never): never {
  throw new Error(`unknown command ${JSON.stringify(wish)}`);
}
