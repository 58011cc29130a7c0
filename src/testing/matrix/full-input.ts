import type { PersonName } from "./actors";

/** A call that is accepted as it stands, with every optional field filled. */
export interface FullInput {
  readonly actor: PersonName;
  readonly input: Readonly<Record<string, unknown>>;
}

/** Of every full input that takes one. */
export const key = { idempotencyKey: "key-of-a-full-input" };

export function asClient(input: FullInput["input"]): FullInput {
  return { actor: "clientA", input };
}

export function asAdmin(input: FullInput["input"]): FullInput {
  return { actor: "admin", input };
}
