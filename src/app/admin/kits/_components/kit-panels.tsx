"use client";

import { Card } from "@/components/ui/card";
import { KitCustody } from "./kit-custody";
import { KitFacts } from "./kit-facts";
import { KitLoans } from "./kit-loans";
import { KitParts } from "./kit-parts";
import type { KitRecord } from "./kit-record";
import { KitUses } from "./kit-uses";

export interface KitPanelsProps {
  kit: KitRecord;
  now: string;
  /** The reader's own: a kit at its home is in no venue's zone. */
  timeZone: string;
  /** Two columns on a page, one beside the list. */
  isPage?: boolean;
}

/** A kit: what is in it and what it owes, where it was and where it goes. */
export function KitPanels({ kit, now, timeZone, isPage = false }: KitPanelsProps) {
  return (
    <div
      className={isPage ? "grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]" : "grid gap-4"}
    >
      <div className="grid min-w-0 gap-4">
        <KitParts kit={kit} now={now} timeZone={timeZone} />
        <KitLoans kit={kit} now={now} timeZone={timeZone} />
        <KitUses kit={kit} now={now} />
      </div>
      <div className="grid min-w-0 gap-4">
        <Card title="Facts">
          <KitFacts kit={kit} now={now} timeZone={timeZone} />
        </Card>
        <KitCustody kit={kit} now={now} timeZone={timeZone} />
      </div>
    </div>
  );
}
