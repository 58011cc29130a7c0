import { Notice } from "@/components/ui/notice";
import type { RouterOutputs } from "@/trpc/client";

type Gone = RouterOutputs["bookings"]["previewApproval"]["gone"];

const KIND_WORDS = { client: "Client", venue: "Venue", kit: "Kit" } as const satisfies Record<
  Gone[number]["kind"],
  string
>;

/** Client, venues and kits that left the directory since the request: without them there is no approval (rule 9). */
export function GoneNotice({ gone }: { gone: Gone }) {
  if (gone.length === 0) return null;
  return (
    <Notice tone="problem" title="This booking cannot be approved as it is">
      <ul>
        {gone.map(({ kind, id, name }) => (
          <li key={id}>{`${KIND_WORDS[kind]} ${name} is not in the directory any more.`}</li>
        ))}
      </ul>
      Ask the client for something else, or bring it back to the directory.
    </Notice>
  );
}
