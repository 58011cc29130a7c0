"use client";

import { KitActs } from "./kit-acts";
import { KitBadges } from "./kit-badges";
import { KitPanels } from "./kit-panels";
import type { KitRecord } from "./kit-record";

/** A kit in the pane beside the list: how it stands, what can be done, all that is known of it. */
export function KitBeside({ kit, now, timeZone }: { kit: KitRecord; now: string; timeZone: string }) {
  return (
    <div className="grid gap-4">
      <KitBadges kit={kit} />
      <div className="flex flex-wrap gap-2">
        <KitActs kit={kit} />
      </div>
      <KitPanels kit={kit} now={now} timeZone={timeZone} />
    </div>
  );
}
