import type { EventType } from "./catalog";

/** Turns a payload of one version into the next; pure. The key of a step is the version it starts from. */
export type UpcastSteps = Readonly<Record<number, (payload: unknown) => unknown>>;

/**
 * The steps of every type whose version was raised. A step stays for as long as its category is kept,
 * and so does the fixture of the version it starts from.
 */
export const upcasters: Partial<Record<EventType, UpcastSteps>> = {};
