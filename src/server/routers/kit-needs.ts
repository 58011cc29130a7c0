import {
  availabilityInput,
  kitBoardInput,
  kitsOfEventInput,
  kitWaysInput,
  preparationInput,
  previewKitMoveInput,
  shortagesInput,
} from "@/modules/kits/inputs/boards";
import {
  assignKitsInput,
  bindKitInput,
  cancelKitAssignmentInput,
  resolveShortageInput,
} from "@/modules/kits/inputs/needs";
import { kitDemand, kitNeeds } from "@/modules/kits/module";
import { kitAvailability } from "@/modules/kits/queries/availability";
import { kitBoard } from "@/modules/kits/queries/kit-board";
import { kitWays } from "@/modules/kits/queries/kit-ways";
import { needsOfEvent } from "@/modules/kits/queries/needs-of-event";
import { preparationList } from "@/modules/kits/queries/preparation";
import { previewKitMove, previewKitRelease } from "@/modules/kits/queries/preview-kits";
import { kitShortages } from "@/modules/kits/queries/shortages";
import { command } from "@/server/commands";
import { keyed, permitted } from "@/server/procedures";

/** Which event needs which kits, and gets which: the part of `kits` before anything is packed. */
export const kitNeedProcedures = {
  availability: permitted("kits.availability")
    .input(availabilityInput)
    .query(({ ctx, input }) => kitAvailability(ctx.database, input)),
  shortages: permitted("kits.shortages")
    .input(shortagesInput)
    .query(({ ctx, input }) => kitShortages(ctx.database, input)),
  board: permitted("kits.board")
    .input(kitBoardInput)
    .query(({ ctx, input }) => kitBoard(ctx.database, input)),
  preparation: permitted("kits.preparation")
    .input(preparationInput)
    .query(({ ctx, input }) => preparationList(ctx.database, input)),
  forEvent: permitted("kits.forEvent")
    .input(kitsOfEventInput)
    .query(({ ctx, input }) => needsOfEvent(ctx.database, ctx.actor, input.eventId)),
  ways: permitted("kits.ways")
    .input(kitWaysInput)
    .query(({ ctx, input }) => kitWays(ctx.database, ctx.actor, input.kitAssignmentId)),
  previewMove: permitted("kits.previewMove")
    .input(previewKitMoveInput)
    .query(({ ctx, input }) => previewKitMove(ctx.database, input)),
  previewRelease: permitted("kits.previewRelease")
    .input(kitsOfEventInput)
    .query(({ ctx, input }) => previewKitRelease(ctx.database, input.eventId)),
  assign: permitted("kits.assign")
    .input(keyed(assignKitsInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitDemand, { type: "assign", ...wish }, idempotencyKey),
    ),
  bind: permitted("kits.bind")
    .input(keyed(bindKitInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitNeeds, { type: "bind", ...wish }, idempotencyKey),
    ),
  cancelAssignment: permitted("kits.cancelAssignment")
    .input(keyed(cancelKitAssignmentInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitNeeds, { type: "cancelAssignment", ...wish }, idempotencyKey),
    ),
  resolveShortage: permitted("kits.resolveShortage")
    .input(keyed(resolveShortageInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitNeeds, { type: "resolveShortage", ...wish }, idempotencyKey),
    ),
};
