import type { PersonActor, SystemActor } from "@/commands/actor";

/** Ids that tests name; version 7, as all ids of facts and records are. */
export function testId(kind: number, index: number): string {
  const digits = (value: number, length: number) => value.toString(16).padStart(length, "0");
  return `0199${digits(kind, 4)}-0000-7000-8000-${digits(index, 12)}`;
}

export const clientId = testId(1, 1);
export const otherClientId = testId(1, 2);

function person(index: number, role: PersonActor["role"], ofClient: string | null = null): PersonActor {
  return { kind: "person", id: testId(2, index), role, clientId: ofClient };
}

export const admin = person(1, "admin");
export const otherAdmin = person(2, "admin");
export const manager = person(3, "manager");
export const agent = person(4, "agent");
export const clientPerson = person(5, "client", clientId);
export const foreignClientPerson = person(6, "client", otherClientId);
export const system: SystemActor = { kind: "system", handler: "workflow" };
