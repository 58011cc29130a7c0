import "server-only";
import { runCommand } from "@/commands/run-command";
import {
  availabilityFields,
  type Availability,
  type ProfileFields,
  profileFields,
} from "@/modules/directory/inputs/profile";
import { staffProfiles } from "@/modules/directory/module";
import type { ProfileCommand } from "@/modules/directory/profile/profile";
import { idSchema } from "@/values/ids";
import { papersFor } from "@/values/staff-papers";
import { staffRoles } from "@/values/staff-roles";
import { venueNear } from "./venues";
import { OPERATOR, pick, type World } from "./world";

const DAY_MS = 86_400_000;

/** Kinds of week: all days, working days, evenings and weekends; null for who has not said it. */
const weeks: readonly (Availability["weekly"] | "unsaid")[] = [
  week([1, 2, 3, 4, 5, 6, 7], "07:00", "24:00"),
  week([1, 2, 3, 4, 5, 6, 7], "00:00", "24:00"),
  week([1, 2, 3, 4, 5], "08:00", "20:00"),
  [...(week([1, 2, 3, 4, 5], "16:00", "24:00") ?? []), ...(week([6, 7], "08:00", "24:00") ?? [])],
  week([1, 2, 3, 4, 5, 6, 7], "06:00", "23:00"),
  "unsaid",
];

/** Which roles go together, by place in `staffRoles`. */
const callings: readonly (readonly number[])[] = [
  [0, 2, 3],
  [0, 1, 2],
  [0, 4],
  [5, 0],
  [6, 7],
  [2, 4, 0],
  [8, 3],
  [0, 3, 5],
];

function week(weekdays: readonly number[], from: string, to: string): Availability["weekly"] {
  return weekdays.map((weekday) => ({ weekday, from, to }));
}

/** Makes brand agents into staff: what they can do, where they live, when they are free, whom clients like. */
export async function playDemoStaff(world: World): Promise<void> {
  await Promise.all(world.agents.map(({ id }, index) => playOne(world, id, index)));
  const preferences = [
    { client: 0, agent: 0, preference: "preferred", reason: "Knows the range by heart." },
    { client: 0, agent: 18, preference: "preferred", reason: "" },
    { client: 0, agent: 36, preference: "blocked", reason: "Asked for somebody else after the spring tour." },
    { client: 1, agent: 3, preference: "preferred", reason: "" },
  ] as const;
  for (const { client, agent, preference, reason } of preferences) {
    const clientId = idSchema.parse(world.clientIds[client]);
    const recordId = pick(world.agents, agent).id;
    await say(world, { type: "setPreference", recordId, clientId, preference, reason });
  }
}

async function playOne(world: World, recordId: string, index: number): Promise<void> {
  await say(world, { type: "setProfile", recordId, version: 0, profile: profileOf(index) });
  const availability = availabilityOf(index);
  if (availability) await say(world, { type: "setAvailability", recordId, version: 1, availability });
}

async function say({ database }: World, command: ProfileCommand): Promise<void> {
  await runCommand(database, staffProfiles, command, { actor: OPERATOR });
}

function day(offset: number): string {
  return new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);
}

function profileOf(index: number): ProfileFields {
  const roles = pick(callings, Math.floor(index / 3)).map((place) => pick(staffRoles, place));
  const { latitude, longitude, country } = venueNear(index);
  const isNear = latitude !== null && longitude !== null;
  return profileFields.parse({
    phone: `+1 555 01${String(index).padStart(3, "0")}`,
    languages: index % 4 === 0 ? ["en", "es"] : ["en"],
    home: isNear
      ? {
          latitude: fourDecimals(latitude + ((index % 7) - 3) / 40),
          longitude: fourDecimals(longitude + ((index % 5) - 2) / 30),
        }
      : null,
    pay: { rate: 18 + (index % 9) * 1.5, currency: country === "Germany" ? "EUR" : "USD" },
    skills: roles.map((role) => ({ role, validFrom: day(-400) })),
    papers: roles
      .flatMap((role) => papersFor(role))
      .filter(isFirst)
      .map((kind) => ({ kind, validUntil: paperEnd(index) })),
  });
}

function fourDecimals(degrees: number): number {
  return Math.round(degrees * 10_000) / 10_000;
}

function isFirst<Value>(value: Value, index: number, all: readonly Value[]): boolean {
  return all.indexOf(value) === index;
}

/** Most papers hold for long, some end soon, some have ended. */
function paperEnd(index: number): string {
  if (index % 10 === 9) return day(-20);
  return index % 10 === 4 ? day(12) : day(300 + index);
}

function availabilityOf(index: number): Availability | null {
  const weekly = pick(weeks, Math.floor(index / 2));
  if (weekly === "unsaid") return null;
  const off = { kind: "off", fromDate: day(3), untilDate: day(9), note: "Holiday" };
  return availabilityFields.parse({ weekly, exceptions: index % 11 === 7 ? [off] : [] });
}
