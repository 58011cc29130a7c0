import { kitTemplateId } from "@/testing/builders/bookings";
import { matrixKits } from "./kit-rows";
import { missingId, type Probe, type ProbesOf } from "./probe";

const { atHome, other, retired } = matrixKits;

/** Kits as records of the directory. */
export function kitRecordProbes(): ProbesOf<`directory.kitInstances.${string}`> {
  const record = (recordId: string, more: object = {}): Probe => ({
    kind: "record",
    targets: [{ name: "a kit", input: { recordId, ...more }, owners: [] }],
    missing: { recordId: missingId, ...more },
  });
  return {
    "directory.kitInstances.list": {
      kind: "list",
      input: { includeArchived: true, q: "TEA" },
      ids: (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id),
      all: [atHome.id, other.id, retired.id],
      own: {},
    },
    "directory.kitInstances.byId": record(atHome.id),
    "directory.kitInstances.create": { kind: "free", input: { fields: { kitTemplateId, code: "TEA-09" } } },
    "directory.kitInstances.update": record(atHome.id, { version: 1, fields: { code: "TEA-08" } }),
    "directory.kitInstances.archive": record(other.id, { version: 1 }),
    "directory.kitInstances.restore": record(retired.id, { version: 1 }),
  };
}
