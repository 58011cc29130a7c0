import { Kbd } from "@/components/ui/kbd";
import { keyCaps, shortcutGroups } from "./registry";

/** The keys of the registry, as the help dialog and the account page show them. */
export function ShortcutList() {
  return (
    <div className="grid gap-4">
      {shortcutGroups().map((group) => (
        <section key={group.title} aria-label={group.title}>
          <h3 className="pb-1 text-meta font-medium text-muted">{group.title}</h3>
          <dl className="divide-y divide-border">
            {group.shortcuts.map((shortcut) => (
              <div key={shortcut.action} className="flex items-center justify-between gap-4 py-1.5 text-cell">
                <dt>{shortcut.label}</dt>
                <dd className="flex flex-wrap items-center justify-end gap-1 text-meta text-muted">
                  {shortcut.keys.map((keys, index) => (
                    <KeyWay key={keys} keys={keys} isFirst={index === 0} />
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}

function KeyWay({ keys, isFirst }: { keys: string; isFirst: boolean }) {
  const caps = keyCaps(keys);
  const isPair = caps.length > 1 && !keys.startsWith("Mod");
  return (
    <>
      {isFirst ? null : <span>or</span>}
      {caps.map((cap, index) => (
        <span key={cap} className="inline-flex items-center gap-1">
          {index > 0 && isPair ? <span>then</span> : null}
          <Kbd>{cap}</Kbd>
        </span>
      ))}
    </>
  );
}
