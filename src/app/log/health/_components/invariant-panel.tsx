import { RelativeTime } from "@/components/relative-time";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { Health } from "./chart-data";
import { countWords } from "./health-words";

/** Whether nothing is lost: per handler everything owed since the first fact is done, open or parked. */
export function InvariantPanel({ health }: { readonly health: Health }) {
  const { reconciled } = health;
  return (
    <Card title="Does it add up?" aside={<Holes health={health} />}>
      {/* Wider than a phone: reached and moved by keys as well. */}
      <div role="region" aria-label="Accounts per handler" tabIndex={0} className="overflow-x-auto">
        <table className="w-full text-cell tabular-nums" aria-label="Accounts per handler">
          <thead>
            <tr className="text-meta text-muted">
              {["Handler", "Owed", "= Ended", "+ Waiting", "+ Parked", "Missing"].map((head, index) => (
                <th
                  key={head}
                  scope="col"
                  className={`py-1 font-medium ${index === 0 ? "text-left" : "pl-4 text-right"}`}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {health.accounts.map((one) => (
              <tr key={one.handler} className="border-t border-border">
                <th scope="row" className="py-1 text-left font-normal">
                  {one.handler}
                </th>
                {[one.owed, one.settled, one.waiting, one.parked].map((count, index) => (
                  <td key={index} className="py-1 pl-4 text-right">
                    {countWords(count)}
                  </td>
                ))}
                <td className="py-1 pl-4 text-right">
                  <Badge tone={one.missing === 0 ? "good" : "problem"}>{countWords(one.missing)}</Badge>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="mt-3 max-w-prose text-meta text-muted">
        {"Counted since the first log entry, all columns at the same moment; replays are left out. "}
        {reconciled.ranAt === null ? (
          "The look for missing deliveries has not run yet."
        ) : (
          <>
            {"Last look for missing deliveries "}
            <RelativeTime at={reconciled.ranAt} now={health.now} timeZone="UTC" />
            {`; ${countWords(reconciled.filledEver)} found and filled ever.`}
          </>
        )}
      </p>
    </Card>
  );
}

function Holes({ health: { reconciled } }: { readonly health: Health }) {
  if (reconciled.ranAt === null) return <Badge>No look yet</Badge>;
  return reconciled.found === 0 ? (
    <Badge tone="good">No holes</Badge>
  ) : (
    <Badge tone="problem">{`${countWords(reconciled.found)} holes in the last look`}</Badge>
  );
}
