import type { Permission } from "@/server/permissions";
import { otherClientId } from "@/testing/builders/actors";
import { missingId, type Probe, type ProbesOf } from "./probe";
import { mapping, type MatrixWorld } from "./world";

export type ImportPermission = Extract<Permission, `bookings.import${string}`>;

export function importProbes(world: MatrixWorld): ProbesOf<ImportPermission> {
  const importTargets = (input: (name: "admin" | "otherAdmin") => object, missing: object): Probe => ({
    kind: "record",
    targets: (["admin", "otherAdmin"] as const).map((name) => ({
      name: `of ${name}`,
      input: input(name),
      owners: [name],
    })),
    missing,
  });
  const byRun = importTargets((name) => ({ runId: world.runs[name] }), { runId: missingId });
  const byFile = (more: object) =>
    importTargets((name) => ({ fileId: world.files[name], ...more }), { fileId: missingId, ...more });
  const target = { mapping, clientId: otherClientId };
  return {
    "bookings.importFile": byFile({}),
    "bookings.importPreview": byFile(target),
    "bookings.import": byFile(target),
    "bookings.importStatus": byRun,
    "bookings.importRuns": {
      kind: "list",
      ids: (runs: readonly { id: string }[]) => runs.map(({ id }) => id),
      all: Object.values(world.runs),
      own: { admin: [world.runs.admin], otherAdmin: [world.runs.otherAdmin] },
    },
    "bookings.importCancel": byRun,
    "bookings.importRefused": byRun,
  };
}
