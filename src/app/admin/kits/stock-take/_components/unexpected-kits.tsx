import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { oddityOf, type SeenKit } from "./counted";

interface UnexpectedKitsProps {
  kits: readonly SeenKit[];
  place: string;
  onUnsee: (id: string) => void;
}

/** Kits that were seen here and should be elsewhere, and where. */
export function UnexpectedKits({ kits, place, onUnsee }: UnexpectedKitsProps) {
  return (
    <Card title="Here, and not expected" isFlush>
      <ul className="divide-y divide-border">
        {kits.map((kit) => (
          <li key={kit.kitInstanceId} className="flex items-center justify-between gap-3 px-4 py-2 text-cell">
            <p className="min-w-0 wrap-anywhere">
              <span className="font-medium tabular-nums">{kit.code}</span>
              <span className="text-muted">{` ${kit.templateName}`}</span>
            </p>
            <span className="flex items-center gap-2">
              <Badge tone="caution">{oddityOf(kit, place)}</Badge>
              <Button variant="quiet" onClick={() => onUnsee(kit.kitInstanceId)}>
                Undo<span className="sr-only">{` for ${kit.code}`}</span>
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
