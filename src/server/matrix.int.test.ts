import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "@/commands/actor";
import { type Cell, type Permission, type PermissionRow, permissions } from "@/server/permissions";
import { appRouter } from "@/server/router";
import { type ActorName, actorNames, actorsOf, people, type PersonName } from "@/testing/matrix/actors";
import { carryOut, expectedOutcome, roleOf, type Trial, trialsOf, type Tried } from "@/testing/matrix/cells";
import { catchLog } from "@/testing/matrix/log-lines";
import { keyPaths } from "@/testing/matrix/key-paths";
import { makeProbes, type Probes } from "@/testing/matrix/probes";
import { createMatrixWorld, type MatrixWorld, plants } from "@/testing/matrix/world";

const rows = Object.keys(permissions) as readonly Permission[];
/** The rules in force, which the negative control bends for a moment. */
const inForce: Record<string, PermissionRow> = permissions;
const written: Readonly<Record<Permission, PermissionRow>> = structuredClone(permissions);

let world: MatrixWorld;
let probes: Probes;
/** What every trial came to, by row. */
const tried = new Map<Permission, readonly (Trial & Tried)[]>();

beforeAll(async () => {
  catchLog();
  world = await createMatrixWorld();
  probes = await makeProbes(world);
});
afterAll(() => world.close());

function cellOf(row: PermissionRow, actor: ActorName): Cell {
  const role = roleOf(actor);
  return role === null ? "deny" : row[role];
}

async function tryAll(permission: Permission, actors: readonly ActorName[]) {
  const outcomes: (Trial & Tried)[] = [];
  for (const trial of trialsOf(permission, probes[permission], actors)) {
    outcomes.push({ ...trial, ...(await carryOut(world, probes, trial)) });
  }
  return outcomes;
}

function named({ actor, target }: Trial): string {
  return `${actor}${target === null ? "" : `, ${target === "missing" ? target : target.name}`}`;
}

function expectedBy(row: PermissionRow, trial: Trial): string {
  return expectedOutcome(probes[trial.permission], cellOf(row, trial.actor), trial);
}

describe("every cell, carried out", () => {
  test.each(rows)("%s", async (permission) => {
    const outcomes = await tryAll(permission, actorNames);
    tried.set(permission, outcomes);
    expect(Object.fromEntries(outcomes.map((trial) => [named(trial), trial.outcome]))).toEqual(
      Object.fromEntries(outcomes.map((trial) => [named(trial), expectedBy(written[permission], trial)])),
    );
  });
});

test("the matrix is changed on purpose only", () => {
  const lines = rows.map((row) => `${row}: ${ROLES.map((role) => `${role} ${written[row][role]}`).join(", ")}`);
  expect(lines.join("\n")).toMatchSnapshot();
});

test("a foreign id is answered exactly as a missing one", () => {
  const differences: string[] = [];
  for (const [permission, trials] of tried) {
    for (const actor of actorNames) {
      const refused = trials.filter((trial) => trial.actor === actor && trial.outcome === "NOT_FOUND");
      const shapes = new Set(refused.map(({ answer }) => withoutRequestId(answer)));
      if (shapes.size > 1) differences.push(`${permission} as ${actor}: ${[...shapes].join(" | ")}`);
    }
  }
  expect(differences).toEqual([]);
});

function withoutRequestId(answer: Tried["answer"]): string {
  const { requestId: _, ...error } = answer?.error ?? { code: "" };
  return JSON.stringify({ status: answer?.status, error });
}

test("answers hold these keys and no others, by role", () => {
  const reads = rows.filter((row) => procedureTypes()[row] === "query");
  const keys = reads.map((permission) => {
    const byRole = ROLES.flatMap((role) => {
      const answers = answersTo(permission, actorsOf(role));
      return answers.length === 0 ? [] : [[role, keyPaths(answers)] as const];
    });
    return [permission, Object.fromEntries(byRole)] as const;
  });
  expect(Object.fromEntries(keys)).toMatchSnapshot();
});

function procedureTypes(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(appRouter._def.procedures).map(([path, procedure]) => [path, procedure._def.type]),
  );
}

function answersTo(permission: Permission, actors: readonly ActorName[]): readonly unknown[] {
  return (tried.get(permission) ?? [])
    .filter(({ actor, answer }) => actors.includes(actor) && answer && !answer.error)
    .map(({ answer }) => answer?.data);
}

/** Who must never read what: the desk's reasons, staff by name, mail or id, the other client's requests. */
const secrets: Readonly<Partial<Record<PersonName, readonly string[]>>> = {
  clientA: [plants.overrideReason, plants.holdReason, plants.foreignTitle, "Admin", "Manager", ...staffIds()],
  clientB: [plants.overrideReason, plants.holdReason, plants.clientNotes, "Autumn tour", ...staffIds()],
  manager: [plants.overrideReason, plants.clientNotes, plants.contactName, plants.foreignTitle],
  otherManager: [...Object.values(plants), "Autumn tour"],
  agent: [...Object.values(plants), "Autumn tour"],
};

function staffIds(): readonly string[] {
  return [people.admin.id, people.otherAdmin.id, people.manager.id];
}

test.each(Object.entries(secrets))("nothing that %s reads holds what is not theirs", (actor, hidden) => {
  const leaks = [...tried.values()].flat().flatMap((trial) => {
    if (trial.actor !== actor || !trial.answer) return [];
    const { text } = trial.answer;
    return hidden.filter((secret) => text.includes(secret)).map((secret) => `${trial.permission}: ${secret}`);
  });
  expect([...new Set(leaks)]).toEqual([]);
});

describe("negative control", () => {
  const cells: readonly Cell[] = ["allow", "own", "deny"];
  const flips = rows.flatMap((row) =>
    ROLES.flatMap((role) =>
      cells.filter((cell) => cell !== written[row][role]).map((cell) => ({ row, role, cell })),
    ),
  );

  test("each cell, written otherwise, would fail a trial", () => {
    const caught = flips.filter(({ row, role, cell }) =>
      (tried.get(row) ?? []).some(
        (trial) =>
          roleOf(trial.actor) === role && trial.outcome !== expectedBy({ ...written[row], [role]: cell }, trial),
      ),
    );
    expect(`${caught.length} flips caught of ${flips.length}`).toBe(`${flips.length} flips caught of ${flips.length}`);
  });

  test("each rule in force, bent, fails a trial", async () => {
    const bent = flips.filter(({ row, role, cell }) => (cell === "deny") !== (written[row][role] === "deny"));
    const uncaught: string[] = [];
    for (const { row, role, cell } of bent) {
      inForce[row] = { ...written[row], [role]: cell };
      const outcomes = await tryAll(row, actorsOf(role).slice(0, 2));
      inForce[row] = written[row];
      if (outcomes.every((trial) => trial.outcome === expectedBy(written[row], trial))) {
        uncaught.push(`${row} ${role} ${cell}`);
      }
    }
    expect(uncaught).toEqual([]);
    expect(bent.length).toBeGreaterThan(rows.length * ROLES.length);
  });
});
