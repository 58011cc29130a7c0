import { kitTemplateId } from "@/testing/builders/bookings";
import { teaParts } from "@/testing/builders/kits";
import { matrixKits } from "./kit-rows";
import { missingId, type Probe, type ProbesOf } from "./probe";

const { atHome, other, retired } = matrixKits;

type UnitRow =
  | "list"
  | "byId"
  | "byCode"
  | "places"
  | "templates"
  | "template"
  | "moveComponents"
  | "matchTemplate"
  | "inspect"
  | "quarantine"
  | "takeStock";

/** Kits as things. */
export function kitUnitProbes(): ProbesOf<`kits.${UnitRow}`> {
  const kit = (more: object = {}): Probe => ({
    kind: "record",
    targets: [{ name: "a kit", input: { kitInstanceId: atHome.id, ...more }, owners: [] }],
    missing: { kitInstanceId: missingId, ...more },
  });
  const parts = [{ componentId: teaParts.thermos.id, quantity: 1 }];
  return {
    "kits.list": {
      kind: "list",
      input: { includeRetired: true, kitTemplateId },
      ids: (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id),
      all: [atHome.id, other.id, retired.id],
      own: {},
    },
    "kits.byId": kit(),
    "kits.byCode": {
      kind: "record",
      targets: [{ name: "a kit", input: { code: atHome.code }, owners: [] }],
      missing: { code: "TEA-77" },
    },
    "kits.places": { kind: "free" },
    "kits.templates": { kind: "free", input: {} },
    "kits.template": {
      kind: "record",
      targets: [{ name: "a template", input: { kitTemplateId }, owners: [] }],
      missing: { kitTemplateId: missingId },
    },
    "kits.moveComponents": kit({ kind: "acquired", parts }),
    "kits.matchTemplate": kit(),
    "kits.inspect": kit({ condition: "good" }),
    "kits.quarantine": kit({ reason: "The burner leaks." }),
    "kits.takeStock": { kind: "free", input: { place: atHome.home, kitInstanceIds: [atHome.id] } },
  };
}
