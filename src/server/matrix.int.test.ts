import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ROLES } from "@/commands/actor";
import { type Cell, type Permission, type PermissionRow, permissions } from "@/server/permissions";
import {
  type ActorName,
  actorNames,
  actorsOf,
  cookieFor,
  people,
  type PersonName,
} from "@/testing/matrix/actors";
import { call } from "@/testing/matrix/call";
import { carryOut, expectedOutcome, roleOf, type Trial, trialsOf, type Tried } from "@/testing/matrix/cells";
import { catchLog } from "@/testing/matrix/log-lines";
import { keyPaths } from "@/testing/matrix/key-paths";
import { procedures } from "@/testing/matrix/procedures";
import type { Probes } from "@/testing/matrix/probe";
import { makeProbes } from "@/testing/matrix/probes";
import { bookingStates, createMatrixWorld, type MatrixWorld, plants } from "@/testing/matrix/world";

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
  const lines = rows.map(
    (row) => `${row}: ${ROLES.map((role) => `${role} ${written[row][role]}`).join(", ")}`,
  );
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
  // The matrix and the catalog are answers whose keys are their content.
  const tables: readonly Permission[] = ["account.permissions", "log.catalogue"];
  const reads = rows.filter((row) => typeOf(row) === "query" && !tables.includes(row));
  const keys = reads.flatMap((permission) =>
    ROLES.flatMap((role) => {
      const answers = answersTo(permission, actorsOf(role));
      return answers.length === 0 ? [] : [`${permission}, ${role}: ${keyPaths(answers).join(", ")}`];
    }),
  );
  expect(keys.join("\n")).toMatchSnapshot();
});

function typeOf(permission: Permission): string | undefined {
  return procedures.find(({ path }) => path === permission)?.type;
}

function answersTo(permission: Permission, actors: readonly ActorName[]): readonly unknown[] {
  return (tried.get(permission) ?? [])
    .filter(({ actor, answer }) => actors.includes(actor) && answer && !answer.error)
    .map(({ answer }) => answer?.data);
}

/** Who must never read what: the desk's reasons, staff by name, mail or id, the other client's requests. */
const secrets: Readonly<Partial<Record<PersonName, readonly string[]>>> = {
  clientA: [
    plants.overrideReason,
    plants.holdReason,
    plants.foreignTitle,
    "Admin",
    " Manager",
    ...staffIds(),
  ],
  clientB: [plants.overrideReason, plants.holdReason, plants.clientNotes, "Autumn tour", ...staffIds()],
  manager: [plants.overrideReason, plants.clientNotes, plants.contactName, plants.foreignTitle],
  otherManager: [...Object.values(plants), "Autumn tour"],
  // Their own shift is at an event of that name.
  agent: Object.values(plants),
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

describe("the abilities sent with a booking are what its commands then do", () => {
  const tries = (["clientA", "admin", "otherAdmin"] as const).flatMap((actor) =>
    [...bookingStates, "byAdmin" as const].map((state) => ({ actor, state })),
  );

  test.each(tries)("$actor, $state", async ({ actor, state }) => {
    const booking = state === "byAdmin" ? world.byAdmin : world.bookings[state];
    const { can, attempts } = await movesOf(booking.bookingId, actor);
    const done: Record<string, boolean> = {};
    for (const [move, attempt] of attempts) done[move] = await attempt();
    expect(done).toEqual(can);
  });
});

interface ReadBooking {
  readonly version: number;
  readonly status: string;
  readonly dates: readonly { readonly date: string; readonly status: string }[];
  readonly can: Readonly<Record<string, boolean>>;
}

/** What the page of a booking offers, and for each move a call that resolves to whether it did something. */
async function movesOf(bookingId: string, actor: PersonName) {
  const cookie = cookieFor(actor);
  const { version, dates, can } = (await call("bookings.byId", { bookingId }, cookie)).data as ReadBooking;
  const open = dates.filter((date) => date.status === "undecided").map(({ date }) => date);
  const changes = [{ field: "title", reason: "Which brand?" }];
  const more: Readonly<Record<string, object>> = {
    update: { version, title: "Another title" },
    submit: { version },
    approve: { version, eventDates: open },
    reject: { version, reason: "Closed.", allowResubmission: true },
    requestChanges: { version, changes },
    cancel: { version, reason: "Not needed.", runningEvents: "keep" },
    duplicate: {},
  };
  const attempts = Object.entries(more).map(([move, input]) => {
    const attempt = async () => {
      const { data, error } = await world.staged.rolledBack(() =>
        call(`bookings.${move}`, { bookingId, ...input }, cookie),
      );
      const done = data as { readonly eventIds: readonly string[] } | undefined;
      return error === null && (done?.eventIds.length ?? 0) > 0;
    };
    return [move, attempt] as const;
  });
  return { can, attempts };
}

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
          roleOf(trial.actor) === role &&
          trial.outcome !== expectedBy({ ...written[row], [role]: cell }, trial),
      ),
    );
    expect(`${caught.length} flips caught of ${flips.length}`).toBe(
      `${flips.length} flips caught of ${flips.length}`,
    );
  });

  test("each rule in force, bent, fails a trial", async () => {
    const bent = flips.filter(({ row, role, cell }) => (cell === "deny") !== (written[row][role] === "deny"));
    const uncaught: string[] = [];
    for (const { row, role, cell } of bent) {
      inForce[row] = { ...written[row], [role]: cell };
      const isCaught = await someTrialFails(row, actorsOf(role));
      inForce[row] = written[row];
      if (!isCaught) uncaught.push(`${row} ${role} ${cell}`);
    }
    expect(uncaught).toEqual([]);
    expect(bent.length).toBeGreaterThan(rows.length * ROLES.length);
  });
});

/** Tries until one comes out otherwise than written. */
async function someTrialFails(row: Permission, actors: readonly ActorName[]): Promise<boolean> {
  for (const trial of trialsOf(row, probes[row], actors)) {
    const { outcome } = await carryOut(world, probes, trial);
    if (outcome !== expectedBy(written[row], trial)) return true;
  }
  return false;
}
