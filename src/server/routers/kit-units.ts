import * as z from "zod";
import {
  inspectInput,
  kitByCodeInput,
  kitInput,
  kitListInput,
  kitTemplateInput,
  matchTemplateInput,
  moveComponentsInput,
  quarantineInput,
  takeStockInput,
} from "@/modules/kits/inputs/units";
import { kitUnits, stockTakes } from "@/modules/kits/module";
import { kitByCode, kitById, kitPlaces } from "@/modules/kits/queries/kit-by-id";
import { listKits } from "@/modules/kits/queries/kit-list";
import { listTemplates, templateById } from "@/modules/kits/queries/kit-templates";
import { command } from "@/server/commands";
import { keyed, permitted } from "@/server/procedures";

/** Kits as things: where they are, what is in them, how they are. */
export const kitUnitProcedures = {
  list: permitted("kits.list")
    .input(kitListInput)
    .query(({ ctx, input }) => listKits(ctx.database, input)),
  byId: permitted("kits.byId")
    .input(kitInput)
    .query(({ ctx, input }) => kitById(ctx.database, input.kitInstanceId)),
  byCode: permitted("kits.byCode")
    .input(kitByCodeInput)
    .query(({ ctx, input }) => kitByCode(ctx.database, input.code)),
  places: permitted("kits.places").query(({ ctx }) => kitPlaces(ctx.database)),
  templates: permitted("kits.templates")
    .input(z.strictObject({ includeArchived: z.boolean().default(false) }))
    .query(({ ctx, input }) => listTemplates(ctx.database, input)),
  template: permitted("kits.template")
    .input(kitTemplateInput)
    .query(({ ctx, input }) => templateById(ctx.database, input.kitTemplateId)),
  moveComponents: permitted("kits.moveComponents")
    .input(keyed(moveComponentsInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitUnits, { type: "moveComponents", ...wish }, idempotencyKey),
    ),
  matchTemplate: permitted("kits.matchTemplate")
    .input(keyed(matchTemplateInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitUnits, { type: "matchTemplate", ...wish }, idempotencyKey),
    ),
  inspect: permitted("kits.inspect")
    .input(keyed(inspectInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitUnits, { type: "inspect", ...wish }, idempotencyKey),
    ),
  quarantine: permitted("kits.quarantine")
    .input(keyed(quarantineInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, kitUnits, { type: "quarantine", ...wish }, idempotencyKey),
    ),
  takeStock: permitted("kits.takeStock")
    .input(keyed(takeStockInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, stockTakes, { type: "takeStock", ...wish }, idempotencyKey),
    ),
};
