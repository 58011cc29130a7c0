import type { Permission } from "@/server/permissions";
import { kitTemplateId } from "@/testing/builders/bookings";
import { teaParts } from "@/testing/builders/kits";
import { asAdmin, type FullInput, key } from "./full-input";
import { matrixKits } from "./kit-rows";

const { atHome, other, retired } = matrixKits;
const { thermos } = teaParts;

const fields = { code: "TEA-09", home: "Shelf 5", notes: "The lid is loose." };
const record = (recordId: string) => ({ ...key, recordId, version: 1 });

/** Of kits and their templates as things. */
export const fullKitUnitInputs: Readonly<Partial<Record<Permission, FullInput>>> = {
  "directory.kitInstances.list": asAdmin({ q: "tea", cursor: atHome.id, includeArchived: true, limit: 10 }),
  "directory.kitInstances.byId": asAdmin({ recordId: atHome.id }),
  "directory.kitInstances.create": asAdmin({
    ...key,
    fields: { ...fields, kitTemplateId },
    contents: [{ componentId: thermos.id, quantity: 4 }],
  }),
  "directory.kitInstances.update": asAdmin({ ...record(atHome.id), fields }),
  "directory.kitInstances.archive": asAdmin(record(other.id)),
  "directory.kitInstances.restore": asAdmin(record(retired.id)),
  "kits.list": asAdmin({
    q: "tea",
    status: ["available"],
    kitTemplateId,
    home: atHome.home,
    differs: false,
    notSeen: false,
    includeRetired: true,
    cursor: atHome.id,
    limit: 10,
  }),
  "kits.byId": asAdmin({ kitInstanceId: atHome.id }),
  "kits.byCode": asAdmin({ code: atHome.code }),
  "kits.templates": asAdmin({ includeArchived: true }),
  "kits.template": asAdmin({ kitTemplateId }),
  "kits.moveComponents": asAdmin({
    ...key,
    kind: "borrowed",
    kitInstanceId: atHome.id,
    otherKitInstanceId: other.id,
    parts: [{ componentId: thermos.id, quantity: 1 }],
    reason: "One is dented.",
  }),
  "kits.matchTemplate": asAdmin({ ...key, kitInstanceId: atHome.id }),
  "kits.inspect": asAdmin({ ...key, kitInstanceId: atHome.id, condition: "fair", notes: "A dent." }),
  "kits.quarantine": asAdmin({ ...key, kitInstanceId: atHome.id, reason: "The burner leaks." }),
  "kits.takeStock": asAdmin({
    ...key,
    place: atHome.home,
    kitInstanceIds: [atHome.id],
    spares: [{ componentId: teaParts.cups.id, quantity: 480 }],
    notes: "Shelf 5 was locked.",
  }),
  "reports.kitUtilisation": asAdmin({ days: 30 }),
};
