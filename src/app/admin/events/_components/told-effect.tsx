import { BellOff, BellRing } from "lucide-react";
import type { RouterOutputs } from "@/trpc/client";
import { Effect } from "./effects";
import { type ToldChoice, toldNames } from "./told-words";

type Told = RouterOutputs["events"]["previewCancel"]["told"];

export interface ToldEffectProps {
  told: Told;
  clientName: string;
  choice: ToldChoice;
}

/** Who hears of it, by name. */
export function ToldEffect({ told, clientName, choice }: ToldEffectProps) {
  const names = toldNames(told, choice);
  if (names.length === 0) return <Effect icon={BellOff} title="Nobody is told" />;
  const ofClient = choice.client ? told.client.length : 0;
  return (
    <Effect
      icon={BellRing}
      title={`Tells ${names.length === 1 ? "1 person" : `${names.length} people`}, one message each`}
    >
      <p>{new Intl.ListFormat("en", { type: "conjunction" }).format(names)}</p>
      {ofClient === 0 ? <p>{`Nobody of ${clientName} is told.`}</p> : null}
    </Effect>
  );
}
