/**
 * The keys of desk and log, each once: what the `?` list shows and what the bindings act on (U-2). A key is
 * written as the browser names it (`KeyboardEvent.key`, letters small); two keys with a space are pressed one
 * after the other; `Mod` is Ctrl or Cmd.
 */
export const shortcuts = [
  { action: "help", keys: ["?", "Mod+/"], label: "Show this list", scope: "everywhere" },
  { action: "search", keys: ["/"], label: "Search on this page", scope: "everywhere" },
  { action: "create", keys: ["c"], label: "New booking", scope: "everywhere" },
  { action: "go.overview", keys: ["g o"], label: "Go to the overview", scope: "everywhere" },
  { action: "go.bookings", keys: ["g b"], label: "Go to bookings", scope: "everywhere" },
  { action: "go.events", keys: ["g e"], label: "Go to events", scope: "everywhere" },
  { action: "go.calendar", keys: ["g c"], label: "Go to the calendar", scope: "everywhere" },
  { action: "go.staffing", keys: ["g s"], label: "Go to the staffing board", scope: "everywhere" },
  { action: "go.venues", keys: ["g v"], label: "Go to venues", scope: "everywhere" },
  { action: "go.readiness", keys: ["g r"], label: "Go to the readiness matrix", scope: "everywhere" },
  { action: "go.import", keys: ["g i"], label: "Go to the import", scope: "everywhere" },
  { action: "go.log", keys: ["g l"], label: "Go to the log", scope: "everywhere" },
  { action: "list.next", keys: ["j", "ArrowDown"], label: "Next row", scope: "list" },
  { action: "list.previous", keys: ["k", "ArrowUp"], label: "Previous row", scope: "list" },
  { action: "list.select", keys: ["x"], label: "Select the row", scope: "list" },
  { action: "list.peek", keys: [" "], label: "Look at the row beside the list", scope: "list" },
  { action: "list.open", keys: ["Enter"], label: "Open the row", scope: "list" },
  { action: "list.panel", keys: ["p"], label: "Into the panel beside the list", scope: "list" },
  { action: "list.left", keys: ["ArrowLeft"], label: "Cell to the left", scope: "list" },
  { action: "list.right", keys: ["ArrowRight"], label: "Cell to the right", scope: "list" },
  { action: "list.escape", keys: ["Escape"], label: "Close the top layer", scope: "list" },
] as const satisfies readonly ShortcutShape[];

interface ShortcutShape {
  readonly action: string;
  /** Any of these does it. */
  readonly keys: readonly string[];
  readonly label: string;
  readonly scope: "everywhere" | "list";
}

export type Shortcut = (typeof shortcuts)[number];

export type ShortcutAction = Shortcut["action"];

const scopeTitles: Record<Shortcut["scope"], string> = { everywhere: "Everywhere", list: "In a list" };

/** The list of keys as people read it, grouped by where they work. */
export function shortcutGroups(): { title: string; shortcuts: Shortcut[] }[] {
  const scopes = [...new Set(shortcuts.map((shortcut) => shortcut.scope))];
  return scopes.map((scope) => ({
    title: scopeTitles[scope],
    shortcuts: shortcuts.filter((shortcut) => shortcut.scope === scope),
  }));
}

const keyNames: Readonly<Record<string, string>> = {
  " ": "Space",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  Escape: "Esc",
  Mod: "Ctrl or ⌘",
};

/** The key caps of one way to press: "g b" is G, B; "Mod+/" is Ctrl or ⌘, /. */
export function keyCaps(keys: string): string[] {
  if (keys === " ") return ["Space"];
  return keys.split(/[ +]/).map((key) => keyNames[key] ?? (key.length === 1 ? key.toUpperCase() : key));
}
