import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import type { Health } from "./chart-data";
import { spanWords } from "@/app/log/_components/span-words";
import { countWords, sealWords, shareWords } from "./health-words";

/** What the database says that may slow the log down or stop it, and how far its seals are. */
export function DatabasePanel({ health: { database, sealing } }: { readonly health: Health }) {
  const { runwayDays, deadTupleShare, transactions } = database;
  return (
    <Card title="Database">
      <Facts
        facts={[
          { label: "Entries without a seal", value: sealWords(sealing) },
          { label: "Room for new months", value: `${countWords(runwayDays)} days` },
          {
            label: "Dead rows in the delivery table",
            value: deadTupleShare === null ? "Too few rows to say" : shareWords(deadTupleShare),
          },
          { label: "Open transactions", value: <Transactions transactions={transactions} /> },
        ]}
      />
    </Card>
  );
}

function Transactions({ transactions }: { readonly transactions: Health["database"]["transactions"] }) {
  if (transactions.length === 0) return "None open for more than 5 s";
  return (
    <ul className="grid gap-1">
      {transactions.map(({ pid, application, role, openMs, idleMs }) => (
        <li key={pid}>
          <span className="font-medium">{application || "Unnamed session"}</span>
          {`, role ${role}, process ${pid}: open for ${spanWords(openMs)}`}
          {idleMs === null ? ", at work" : `, idle for ${spanWords(idleMs)}`}
        </li>
      ))}
    </ul>
  );
}
