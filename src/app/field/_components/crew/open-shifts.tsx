import { LateSheet, useSheet } from "@/components/late-sheet";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { counted } from "@/values/count-words";
import type { Crew } from "./crew-record";

const loadFillIn = () => import("./forms/fill-in").then((part) => part.FillIn);

/** Shifts that nobody has: the next in line are asked by themselves, or somebody is chosen. */
export function OpenShifts({ slots }: { slots: Crew["openSlots"] }) {
  const isReplaced = slots.some(({ isReplacement }) => isReplacement);
  return (
    <Notice tone="caution" title={`${counted(slots.length, "shift")} nobody has`}>
      <p>
        {isReplaced
          ? "The next people in line are asked to fill in for who did not come."
          : "People are asked in the order of their rank."}
      </p>
      <ul className="mt-2 grid gap-2">
        {slots.map((slot) => (
          <OpenShift key={slot.slotId} slot={slot} />
        ))}
      </ul>
    </Notice>
  );
}

function OpenShift({ slot }: { slot: Crew["openSlots"][number] }) {
  const sheet = useSheet();
  const { slotId, role, isReplacement } = slot;
  return (
    <li className="flex flex-wrap items-center justify-between gap-2">
      <span className="min-w-0 wrap-anywhere">{isReplacement ? `${role}, fills in` : role}</span>
      <Button onClick={sheet.open} aria-label={`Choose somebody as ${role}`}>
        Choose…
      </Button>
      <LateSheet
        sheet={sheet}
        title={isReplacement ? `Who fills in as ${role}` : `Who comes as ${role}`}
        load={loadFillIn}
        props={{ slotId, onDone: sheet.close }}
      />
    </li>
  );
}
