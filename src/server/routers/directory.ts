import * as z from "zod";
import {
  archiveInput,
  clientFields,
  directoryListInput,
  kitTemplateFields,
  locationFields,
  peopleListInput,
  personFields,
  updateShape,
} from "@/modules/directory/inputs";
import { directory } from "@/modules/directory/module";
import { bookingChoices } from "@/modules/directory/queries/choices";
import {
  clientById,
  kitTemplateById,
  listClients,
  listKitTemplates,
  listLocations,
  listPeople,
  locationById,
  personById,
} from "@/modules/directory/queries/records";
import { command } from "@/server/commands";
import { keyed, permitted, router } from "@/server/procedures";
import { idSchema } from "@/values/ids";
import { isKeepable } from "@/values/keepable-text";
import { accountProcedures } from "./accounts-of-people";
import { kitInstances } from "./kit-instances";
import { staffProcedures } from "./people-as-staff";

const byId = z.strictObject({ recordId: idSchema });
const updateOf = <Fields extends z.ZodType>(fields: Fields) =>
  keyed(z.strictObject({ ...updateShape, fields }));
const createOf = <Fields extends z.ZodType>(fields: Fields) => keyed(z.strictObject({ fields }));

const clients = router({
  list: permitted("directory.clients.list")
    .input(directoryListInput)
    .query(({ ctx, input }) => listClients(ctx.database, input)),
  byId: permitted("directory.clients.byId")
    .input(byId)
    .query(({ ctx, input }) => clientById(ctx.database, input.recordId)),
  create: permitted("directory.clients.create")
    .input(createOf(clientFields))
    .mutation(({ ctx, input: { idempotencyKey, fields } }) =>
      command(ctx, directory, { type: "create", recordType: "client", fields }, idempotencyKey),
    ),
  update: permitted("directory.clients.update")
    .input(updateOf(clientFields))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "update", recordType: "client", ...wish }, idempotencyKey),
    ),
  archive: permitted("directory.clients.archive")
    .input(keyed(archiveInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "archive", recordType: "client", ...wish }, idempotencyKey),
    ),
  restore: permitted("directory.clients.restore")
    .input(keyed(archiveInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "restore", recordType: "client", ...wish }, idempotencyKey),
    ),
});

const locations = router({
  list: permitted("directory.locations.list")
    .input(directoryListInput)
    .query(({ ctx, input }) => listLocations(ctx.database, input)),
  byId: permitted("directory.locations.byId")
    .input(byId)
    .query(({ ctx, input }) => locationById(ctx.database, input.recordId)),
  create: permitted("directory.locations.create")
    .input(createOf(locationFields))
    .mutation(({ ctx, input: { idempotencyKey, fields } }) =>
      command(ctx, directory, { type: "create", recordType: "location", fields }, idempotencyKey),
    ),
  update: permitted("directory.locations.update")
    .input(updateOf(locationFields))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "update", recordType: "location", ...wish }, idempotencyKey),
    ),
  archive: permitted("directory.locations.archive")
    .input(keyed(archiveInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "archive", recordType: "location", ...wish }, idempotencyKey),
    ),
  restore: permitted("directory.locations.restore")
    .input(keyed(archiveInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "restore", recordType: "location", ...wish }, idempotencyKey),
    ),
});

const people = router({
  list: permitted("directory.people.list")
    .input(peopleListInput)
    .query(({ ctx, input }) => listPeople(ctx.database, input)),
  byId: permitted("directory.people.byId")
    .input(byId)
    .query(({ ctx, input }) => personById(ctx.database, input.recordId)),
  create: permitted("directory.people.create")
    .input(createOf(personFields))
    .mutation(({ ctx, input: { idempotencyKey, fields } }) =>
      command(ctx, directory, { type: "create", recordType: "person", fields }, idempotencyKey),
    ),
  update: permitted("directory.people.update")
    .input(updateOf(personFields))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "update", recordType: "person", ...wish }, idempotencyKey),
    ),
  archive: permitted("directory.people.archive")
    .input(keyed(archiveInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "archive", recordType: "person", ...wish }, idempotencyKey),
    ),
  restore: permitted("directory.people.restore")
    .input(keyed(archiveInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "restore", recordType: "person", ...wish }, idempotencyKey),
    ),
  ...accountProcedures,
  ...staffProcedures,
});

const kitTemplates = router({
  list: permitted("directory.kitTemplates.list")
    .input(directoryListInput)
    .query(({ ctx, input }) => listKitTemplates(ctx.database, input)),
  byId: permitted("directory.kitTemplates.byId")
    .input(byId)
    .query(({ ctx, input }) => kitTemplateById(ctx.database, input.recordId)),
  create: permitted("directory.kitTemplates.create")
    .input(createOf(kitTemplateFields))
    .mutation(({ ctx, input: { idempotencyKey, fields } }) =>
      command(ctx, directory, { type: "create", recordType: "kitTemplate", fields }, idempotencyKey),
    ),
  update: permitted("directory.kitTemplates.update")
    .input(updateOf(kitTemplateFields))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "update", recordType: "kitTemplate", ...wish }, idempotencyKey),
    ),
  archive: permitted("directory.kitTemplates.archive")
    .input(keyed(archiveInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "archive", recordType: "kitTemplate", ...wish }, idempotencyKey),
    ),
  restore: permitted("directory.kitTemplates.restore")
    .input(keyed(archiveInput))
    .mutation(({ ctx, input: { idempotencyKey, ...wish } }) =>
      command(ctx, directory, { type: "restore", recordType: "kitTemplate", ...wish }, idempotencyKey),
    ),
});

export const directoryRouter = router({
  choices: permitted("directory.choices")
    .input(
      z.strictObject({
        q: z.string().trim().max(100).refine(isKeepable).optional(),
        withIds: z.array(idSchema).max(30).default([]),
      }),
    )
    .query(({ ctx, input }) => bookingChoices(ctx.database, ctx.actor, input)),
  clients,
  locations,
  people,
  kitTemplates,
  kitInstances,
});
