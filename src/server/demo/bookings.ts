import type { Activity, Schedule } from "@/modules/bookings/inputs";
import type { VenueKey } from "./venues";

/** What happens to a demo booking after it was asked for. */
export type DemoFate =
  | { readonly kind: "draft" }
  | { readonly kind: "waits" }
  | { readonly kind: "approved" }
  | { readonly kind: "all-but-one"; readonly reason: string }
  | { readonly kind: "other-time"; readonly reason: string; readonly hours: number }
  | { readonly kind: "some"; readonly count: number }
  | { readonly kind: "rejected"; readonly reason: string; readonly allowResubmission: boolean }
  | {
      readonly kind: "changes";
      readonly field: string;
      readonly reason: string;
      readonly suggestedValue?: string;
    }
  | { readonly kind: "cancelled"; readonly reason: string; readonly afterApproval: boolean }
  | { readonly kind: "edited"; readonly extraPeople: number };

export interface DemoBooking {
  readonly client: number;
  readonly title: string;
  readonly venue: VenueKey;
  readonly activities: readonly DemoActivity[];
  readonly notes?: string;
  readonly fate: DemoFate;
  /** Given the first local date, `YYYY-MM-DD`: when it takes place. */
  readonly schedule: (day: (offset: number) => string) => Schedule;
  /** Recorded after the fact, through the import, since nothing can be asked for in the past. */
  readonly past?: true;
}

export interface DemoActivity extends Omit<Activity, "kits"> {
  /** Places in `demoKits`. */
  readonly kits: readonly number[];
}

const sampling: DemoActivity = {
  type: "Sampling",
  description: "Hand out samples and invite people to the counter",
  durationMinutes: 240,
  roles: [
    { role: "Team lead", headcount: 1 },
    { role: "Brand ambassador", headcount: 3 },
  ],
  kits: [0, 2],
};
const demo: DemoActivity = {
  type: "Product demo",
  description: "Short demonstrations every half hour",
  durationMinutes: 300,
  roles: [
    { role: "Demonstrator", headcount: 2 },
    { role: "Host", headcount: 1 },
  ],
  kits: [2, 3],
};
const tasting: DemoActivity = {
  type: "Tasting",
  description: "Guided tasting at the bar",
  durationMinutes: 180,
  roles: [
    { role: "Host", headcount: 2 },
    { role: "Setup crew", headcount: 2 },
  ],
  kits: [5, 1],
};
const photo: DemoActivity = {
  type: "Photo moment",
  description: "Photo wall with prints to take home",
  durationMinutes: 240,
  roles: [
    { role: "Photographer", headcount: 1 },
    { role: "Promoter", headcount: 2 },
  ],
  kits: [4],
};

/** The kinds of activity that the demo's clients ask for. */
export const demoKinds = { sampling, demo, tasting, photo } as const;

const once =
  (offset: number, clock: string, minutes: number) =>
  (day: (offset: number) => string): Schedule => ({
    kind: "dates",
    dates: [{ localStart: `${day(offset)}T${clock}`, durationMinutes: minutes }],
  });

const several =
  (offsets: readonly number[], clock: string, minutes: number) =>
  (day: (offset: number) => string): Schedule => ({
    kind: "dates",
    dates: offsets.map((offset) => ({ localStart: `${day(offset)}T${clock}`, durationMinutes: minutes })),
  });

const repeat =
  (
    frequency: "daily" | "weekly" | "monthly",
    first: number,
    last: number,
    clock: string,
    minutes: number,
    interval = 1,
  ) =>
  (day: (offset: number) => string): Schedule => ({
    kind: "recurring",
    recurrence: {
      frequency,
      interval,
      startLocal: `${day(first)}T${clock}`,
      durationMinutes: minutes,
      endDate: day(last),
    },
  });

/** Offsets are days from today; bookings in every state, over the past and the coming weeks. */
export const demoBookings: readonly DemoBooking[] = [
  {
    client: 0,
    title: "Winter tea tasting tour",
    venue: "bryant",
    activities: [tasting],
    fate: { kind: "approved" },
    schedule: repeat("weekly", 9, 51, "11:00", 240),
  },
  {
    client: 0,
    title: "Spring blend launch",
    venue: "seaport",
    activities: [sampling, photo],
    notes: "The new blend arrives two days before.",
    fate: { kind: "waits" },
    schedule: repeat("weekly", 89, 131, "10:00", 240),
  },
  {
    client: 0,
    title: "Office tea break, Midtown",
    venue: "bryant",
    activities: [sampling],
    fate: { kind: "draft" },
    schedule: once(33, "15:00", 120),
  },
  {
    client: 0,
    title: "Harvest tasting weekend",
    venue: "seaport",
    activities: [tasting],
    fate: { kind: "approved" },
    past: true,
    schedule: several([-38, -37], "11:00", 300),
  },
  {
    client: 1,
    title: "Morning roast pop-up",
    venue: "pike",
    activities: [sampling],
    fate: { kind: "all-but-one", reason: "The market is closed for works that day." },
    schedule: repeat("weekly", 5, 40, "07:30", 210),
  },
  {
    client: 1,
    title: "Barista demonstrations",
    venue: "union",
    activities: [demo],
    fate: { kind: "waits" },
    schedule: several([20, 21, 22], "09:00", 300),
  },
  {
    client: 1,
    title: "Holiday cup giveaway",
    venue: "pike",
    activities: [sampling],
    fate: { kind: "approved" },
    past: true,
    schedule: several([-12, -5], "08:00", 240),
  },
  {
    client: 2,
    title: "Sparkling water commuter sampling",
    venue: "potsdamer",
    activities: [sampling],
    fate: { kind: "approved" },
    schedule: repeat("daily", 3, 9, "07:00", 180),
  },
  {
    client: 2,
    title: "Summer terrace series",
    venue: "quay",
    activities: [tasting, photo],
    fate: {
      kind: "changes",
      field: "notes",
      reason: "Say where the cooler trucks can stop.",
      suggestedValue: "Cooler trucks stop at the Alfred Street loading bay, 6 to 8 am.",
    },
    schedule: repeat("weekly", 24, 66, "16:00", 300),
  },
  {
    client: 2,
    title: "Finish line hydration",
    venue: "zilker",
    activities: [sampling],
    fate: { kind: "approved" },
    past: true,
    schedule: once(-20, "06:30", 360),
  },
  {
    client: 3,
    title: "Headphone listening lounge",
    venue: "covent",
    activities: [demo, photo],
    fate: { kind: "other-time", reason: "The piazza is booked until noon.", hours: 4 },
    schedule: several([15, 16, 29, 30], "10:00", 360),
  },
  {
    client: 3,
    title: "Street sessions",
    venue: "potsdamer",
    activities: [demo],
    fate: {
      kind: "rejected",
      reason: "Amplified sound is not permitted on this square on weekdays.",
      allowResubmission: true,
    },
    schedule: repeat("weekly", 18, 39, "17:00", 180),
  },
  {
    client: 4,
    title: "Trail gear test days",
    venue: "union",
    activities: [demo],
    fate: { kind: "approved" },
    schedule: repeat("monthly", 12, 140, "10:00", 420),
  },
  {
    client: 4,
    title: "Boot fitting roadshow",
    venue: "nathan",
    activities: [demo],
    fate: { kind: "waits" },
    schedule: several([27, 34], "11:00", 300),
  },
  {
    client: 4,
    title: "Autumn camp demo",
    venue: "zilker",
    activities: [demo],
    fate: { kind: "approved" },
    past: true,
    schedule: several([-31, -30], "10:00", 420),
  },
  {
    client: 5,
    title: "Shade finder pop-up",
    venue: "monica",
    activities: [demo, photo],
    fate: { kind: "some", count: 3 },
    schedule: repeat("weekly", 7, 56, "12:00", 300),
  },
  {
    client: 5,
    title: "Festival touch-up bar",
    venue: "yoyogi",
    activities: [demo],
    fate: { kind: "approved" },
    schedule: several([19, 20], "10:00", 480),
  },
  {
    client: 5,
    title: "New season consultation",
    venue: "covent",
    activities: [demo],
    fate: { kind: "cancelled", reason: "The product launch moved to spring.", afterApproval: true },
    schedule: several([11, 12, 18], "11:00", 300),
  },
  {
    client: 6,
    title: "Test ride Sundays",
    venue: "navy",
    activities: [demo],
    fate: { kind: "approved" },
    schedule: repeat("weekly", 6, 62, "10:00", 360, 2),
  },
  {
    client: 6,
    title: "Cargo bike trial",
    venue: "marien",
    activities: [demo],
    fate: { kind: "waits" },
    schedule: several([41, 42], "09:30", 450),
  },
  {
    client: 7,
    title: "Smart home living room",
    venue: "federation",
    activities: [demo, photo],
    fate: { kind: "edited", extraPeople: 2 },
    schedule: several([14, 15, 16], "10:00", 420),
  },
  {
    client: 7,
    title: "Console preview night",
    venue: "yoyogi",
    activities: [demo],
    fate: { kind: "waits" },
    schedule: once(25, "18:00", 300),
  },
  {
    client: 7,
    title: "Light up the market",
    venue: "marien",
    activities: [photo],
    fate: { kind: "approved" },
    past: true,
    schedule: several([-9, -8], "16:00", 240),
  },
  {
    client: 8,
    title: "Farm stand weekends",
    venue: "navy",
    activities: [sampling, tasting],
    fate: { kind: "waits" },
    schedule: repeat("weekly", 13, 48, "09:00", 300),
  },
  {
    client: 8,
    title: "Soup season sampling",
    venue: "nathan",
    activities: [sampling],
    fate: { kind: "approved" },
    schedule: repeat("weekly", 2, 37, "11:30", 180),
  },
  {
    client: 8,
    title: "Cook-along kitchen",
    venue: "comercio",
    activities: [demo],
    fate: {
      kind: "rejected",
      reason: "Open flames are not permitted on the square.",
      allowResubmission: false,
    },
    schedule: once(36, "17:00", 240),
  },
  {
    client: 9,
    title: "Gait analysis popup",
    venue: "bryant",
    activities: [demo],
    fate: { kind: "waits" },
    schedule: several([10, 17], "10:00", 300),
  },
  {
    client: 9,
    title: "Marathon expo booth",
    venue: "comercio",
    activities: [demo, photo],
    fate: { kind: "approved" },
    schedule: several([28, 29, 30], "09:00", 600),
  },
  {
    client: 9,
    title: "Night run cheer zone",
    venue: "quay",
    activities: [photo],
    fate: { kind: "approved" },
    past: true,
    schedule: once(-16, "21:00", 480),
  },
  {
    client: 10,
    title: "Crunch truck tour",
    venue: "zilker",
    activities: [sampling],
    fate: { kind: "approved" },
    schedule: several([8, 22, 36], "12:00", 240),
  },
  {
    client: 10,
    title: "Game day snacks",
    venue: "union",
    activities: [sampling],
    fate: {
      kind: "changes",
      field: "eventDates",
      reason: "The station asks for a start after the morning rush.",
    },
    schedule: several([26, 33], "08:00", 240),
  },
  {
    client: 10,
    title: "Pier picnic",
    venue: "monica",
    activities: [sampling],
    fate: { kind: "cancelled", reason: "We book a larger venue instead.", afterApproval: false },
    schedule: once(31, "12:00", 300),
  },
  {
    client: 11,
    title: "First scoop weekend",
    venue: "federation",
    activities: [sampling],
    fate: { kind: "approved" },
    schedule: several([12, 13], "12:00", 360),
  },
  {
    client: 11,
    title: "Midnight sundae bar",
    venue: "covent",
    activities: [tasting],
    fate: { kind: "waits" },
    schedule: several([38, 39], "22:00", 360),
  },
  {
    client: 11,
    title: "End of month scoops",
    venue: "bryant",
    activities: [sampling],
    fate: { kind: "draft" },
    schedule: repeat("monthly", 8, 150, "13:00", 240),
  },
];
