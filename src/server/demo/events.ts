import type { VenueKey } from "./venues";
import { type DemoActivity, demoKinds } from "./bookings";

/** A problem that somebody reported, and how far it got. */
export interface DemoIssue {
  readonly about: "event" | "activity" | "venue";
  readonly severity: "low" | "medium" | "high" | "critical";
  readonly description: string;
  readonly now: "open" | "acknowledged" | "resolved";
  readonly resolution?: string;
}

/** How far an event of the demo got. Each stage has what the ones before it have. */
export type DemoStage =
  | { readonly kind: "scheduled" }
  | { readonly kind: "assigned" }
  | { readonly kind: "preparing" }
  | { readonly kind: "ready" }
  | { readonly kind: "readiness-lost"; readonly reason: string }
  | { readonly kind: "running" }
  | { readonly kind: "completed"; readonly lateMinutes: number; readonly outcomes: DemoOutcomes }
  | { readonly kind: "cancelled"; readonly reason: string }
  | { readonly kind: "moved"; readonly hours: number; readonly reason: string };

export interface DemoOutcomes {
  readonly metExpectations: boolean;
  readonly metrics: Readonly<Record<string, number>>;
  readonly notes: string;
}

/** An event of its own booking, placed around the moment at which the demo agency is made. */
export interface DemoEvent {
  readonly title: string;
  readonly client: number;
  readonly venue: VenueKey;
  /** The place among the managers. */
  readonly manager: number;
  /** Minutes from now, to the quarter of an hour; or a day from today with a clock of the venue. */
  readonly starts: number | { readonly day: number; readonly clock: string };
  readonly minutes: number;
  readonly activities: readonly DemoActivity[];
  readonly stage: DemoStage;
  readonly issues?: readonly DemoIssue[];
}

const { sampling, demo, tasting, photo } = demoKinds;
const HOUR = 60;
const DAY = 24 * HOUR;

/** Today is among them whenever the demo is made: running, over, next, late, and whatever goes wrong. */
export const demoEvents: readonly DemoEvent[] = [
  {
    title: "Tea cart, Bryant Park",
    client: 0,
    venue: "bryant",
    manager: 0,
    starts: -20,
    minutes: 4 * HOUR,
    activities: [sampling, photo],
    stage: { kind: "running" },
    issues: [
      {
        about: "event",
        severity: "critical",
        description: "A water pipe burst beside the stand.",
        now: "resolved",
        resolution: "The park closed the valve; the stand moved ten meters.",
      },
      {
        about: "event",
        severity: "high",
        description: "The second cooler does not hold its temperature.",
        now: "acknowledged",
      },
      {
        about: "activity",
        severity: "medium",
        description: "The line of guests blocks the path to the library.",
        now: "open",
      },
    ],
  },
  {
    title: "Tea bar, Pier 17",
    client: 0,
    venue: "seaport",
    manager: 0,
    starts: 5 * HOUR,
    minutes: 3 * HOUR,
    activities: [tasting],
    stage: { kind: "ready" },
  },
  {
    title: "Morning tea, Pier 17",
    client: 0,
    venue: "seaport",
    manager: 0,
    starts: -6 * HOUR,
    minutes: 3 * HOUR,
    activities: [sampling],
    stage: {
      kind: "completed",
      lateMinutes: 5,
      outcomes: {
        metExpectations: true,
        metrics: { samplesGiven: 412, conversations: 96, newsletterSignUps: 38 },
        notes: "The wind took one banner; weights are needed on the pier.",
      },
    },
  },
  {
    title: "Cold brew van",
    client: 1,
    venue: "union",
    manager: 2,
    starts: -26 * HOUR,
    minutes: 4 * HOUR,
    activities: [sampling],
    stage: {
      kind: "completed",
      lateMinutes: 40,
      outcomes: { metExpectations: false, metrics: {}, notes: "The counts come with the van tomorrow." },
    },
    issues: [
      {
        about: "event",
        severity: "critical",
        description: "The lock of the van broke; it stays at the depot.",
        now: "acknowledged",
      },
    ],
  },
  {
    title: "Headset try-out",
    client: 3,
    venue: "potsdamer",
    manager: 1,
    starts: -45,
    minutes: 3 * HOUR,
    activities: [demo],
    stage: { kind: "ready" },
  },
  {
    title: "Sunscreen shade bar",
    client: 5,
    venue: "monica",
    manager: 0,
    starts: 27 * HOUR,
    minutes: 5 * HOUR,
    activities: [sampling, photo],
    stage: { kind: "readiness-lost", reason: "The pier closes its north end for repairs." },
    issues: [
      {
        about: "venue",
        severity: "high",
        description: "The power outlet at stand 4 is taken away.",
        now: "open",
      },
    ],
  },
  {
    title: "Night run warm-up",
    client: 9,
    venue: "quay",
    manager: 4,
    starts: { day: 1, clock: "22:00" },
    minutes: 8 * HOUR,
    activities: [photo],
    stage: { kind: "preparing" },
  },
  {
    title: "Smart light workshop",
    client: 7,
    venue: "covent",
    manager: 2,
    starts: 2 * DAY,
    minutes: 4 * HOUR,
    activities: [demo],
    stage: { kind: "preparing" },
  },
  {
    title: "Lip color consultation",
    client: 5,
    venue: "yoyogi",
    manager: 3,
    starts: 4 * DAY,
    minutes: 6 * HOUR,
    activities: [demo],
    stage: { kind: "assigned" },
  },
  {
    title: "Cargo bike test track",
    client: 6,
    venue: "marien",
    manager: 1,
    starts: 5 * DAY,
    minutes: 6 * HOUR,
    activities: [demo],
    stage: { kind: "scheduled" },
  },
  {
    title: "Tea by the water",
    client: 0,
    venue: "seaport",
    manager: 0,
    starts: 6 * DAY,
    minutes: 3 * HOUR,
    activities: [tasting],
    stage: { kind: "cancelled", reason: "The pier is closed for a film shoot." },
  },
  {
    title: "Iced tea preview",
    client: 0,
    venue: "bryant",
    manager: 0,
    starts: 3 * DAY,
    minutes: 3 * HOUR,
    activities: [tasting],
    stage: { kind: "moved", hours: 24, reason: "The park sets up the winter market that day." },
  },
];

/** What was counted at the demo's past events, one after the other. */
export const pastOutcomes: readonly DemoOutcomes[] = [
  {
    metExpectations: true,
    metrics: { samplesGiven: 1240, conversations: 310 },
    notes: "The queue was longest at noon.",
  },
  {
    metExpectations: true,
    metrics: { samplesGiven: 980, conversations: 275, vouchersRedeemed: 64 },
    notes: "",
  },
  {
    metExpectations: false,
    metrics: { samplesGiven: 310 },
    notes: "Rain from eleven on; half of the crew went home early.",
  },
  { metExpectations: true, metrics: { demonstrations: 46, conversations: 188 }, notes: "" },
];
