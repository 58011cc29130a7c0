import { type ShortcutAction, shortcuts } from "./registry";

/** How long after the first key of a pair the second one still counts. */
const PAIR_MS = 1_500;

export interface KeyPress {
  /** `KeyboardEvent.key`. */
  readonly key: string;
  /** Ctrl or Cmd is held. */
  readonly withModifier: boolean;
  readonly atMs: number;
}

const actions = new Map<string, ShortcutAction>(
  shortcuts.flatMap(({ keys, action }) => keys.map((key): [string, ShortcutAction] => [key, action])),
);
const firstKeys = new Set([...actions.keys()].filter((keys) => /^\S \S$/.test(keys)).map((keys) => keys[0]));

/** Turns key presses into actions of the registry; remembers the first key of a pair. */
export function createKeyReader(): (press: KeyPress) => ShortcutAction | null {
  let first: { readonly key: string; readonly atMs: number } | null = null;
  return ({ key, withModifier, atMs }) => {
    const name = key.length === 1 ? key.toLowerCase() : key;
    const before = first !== null && atMs - first.atMs <= PAIR_MS ? first.key : null;
    first = null;
    if (withModifier) return actions.get(`Mod+${name}`) ?? null;
    const ofPair = before === null ? undefined : actions.get(`${before} ${name}`);
    if (ofPair) return ofPair;
    if (firstKeys.has(name)) {
      first = { key: name, atMs };
      return null;
    }
    return actions.get(name) ?? null;
  };
}
