import { missingId, type ProbesOf } from "./probe";
import type { MatrixWorld } from "./world";

/** An issue is its event's, and one of the two events is the manager's. */
export function issueProbes({ living, kitsInHand }: MatrixWorld): ProbesOf<`issues.${string}`> {
  const { issueId, foreignIssueId } = living;
  return {
    "issues.list": {
      kind: "list",
      input: { limit: 100 },
      ids: (page: { items: readonly { id: string }[] }) => page.items.map(({ id }) => id),
      // The worst first: the kits' are low.
      all: [issueId, foreignIssueId, ...Object.values(kitsInHand.issues)],
      own: { manager: [issueId, kitsInHand.issues.managed] },
    },
    "issues.byId": {
      kind: "record",
      targets: [
        { name: "managed", input: { issueId }, owners: ["manager"] },
        { name: "not managed", input: { issueId: foreignIssueId }, owners: [] },
      ],
      missing: { issueId: missingId },
    },
  };
}
