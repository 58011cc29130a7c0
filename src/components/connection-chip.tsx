import { CloudOff, CloudUpload, Wifi } from "lucide-react";
import { Badge } from "@/components/ui/badge";

export interface ConnectionChipProps {
  state: "online" | "offline" | "syncing";
  /** Changes kept on this phone. */
  waiting: number;
}

/** What the phone knows of its network, said plainly (U-50). */
export function ConnectionChip({ state, waiting }: ConnectionChipProps) {
  const kept = waiting > 0 ? `, ${waiting} waiting` : "";
  return (
    <span role="status">
      {state === "offline" ? <Badge tone="caution" icon={<CloudOff />}>{`Offline${kept}`}</Badge> : null}
      {state === "syncing" ? <Badge tone="active" icon={<CloudUpload />}>{`Sending${kept}`}</Badge> : null}
      {state === "online" ? <Badge icon={<Wifi />}>{`Online${kept}`}</Badge> : null}
    </span>
  );
}
