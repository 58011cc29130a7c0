import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { RouterOutputs } from "@/trpc/client";
import type { SeenKit } from "./counted";

interface ExpectedKitsProps {
  rows: RouterOutputs["kits"]["list"]["items"];
  place: string;
  seen: readonly SeenKit[];
  onSee: (kit: SeenKit) => void;
  onUnsee: (id: string) => void;
}

/** The kits that have their home here, to be seen by their labels or by hand. */
export function ExpectedKits({ rows, place, seen, onSee, onUnsee }: ExpectedKitsProps) {
  const ids = new Set(seen.map(({ kitInstanceId }) => kitInstanceId));
  const there = rows.filter(({ id }) => ids.has(id)).length;
  return (
    <Card
      title="Should be here"
      isFlush
      aside={<span className="text-cell text-muted tabular-nums">{`${there} of ${rows.length} seen`}</span>}
    >
      <ul className="divide-y divide-border">
        {rows.map(({ id, code, templateName }) => (
          <li key={id} className="flex items-center justify-between gap-3 px-4 py-2 text-cell">
            <p className="min-w-0 wrap-anywhere">
              <span className="font-medium tabular-nums">{code}</span>
              <span className="text-muted">{` ${templateName}`}</span>
            </p>
            {ids.has(id) ? (
              <span className="flex items-center gap-2">
                <Badge tone="good">Seen</Badge>
                <Button variant="quiet" onClick={() => onUnsee(id)}>
                  Undo<span className="sr-only">{` for ${code}`}</span>
                </Button>
              </span>
            ) : (
              <Button
                onClick={() =>
                  onSee({
                    kitInstanceId: id,
                    code,
                    templateName,
                    home: place,
                    holderName: null,
                    isRetired: false,
                  })
                }
              >
                I see it<span className="sr-only">{`: ${code}`}</span>
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
