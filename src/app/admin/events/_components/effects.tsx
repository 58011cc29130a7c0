import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { type Tone, toneClass } from "@/components/ui/tone";

/** What an act will do, one line per consequence, before anybody presses its button (U-34). */
export function Effects({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card title={title} isFlush>
      <ul className="divide-y divide-border">{children}</ul>
    </Card>
  );
}

export interface EffectProps {
  icon: LucideIcon;
  tone?: Tone;
  title: ReactNode;
  children?: ReactNode;
}

export function Effect({ icon: Icon, tone = "neutral", title, children }: EffectProps) {
  return (
    <li className="flex items-start gap-3 px-4 py-2.5 text-cell">
      <span
        className={`inline-flex size-6 shrink-0 items-center justify-center rounded-full [&_.lucide]:size-3.5 ${toneClass[tone]}`}
      >
        <Icon />
      </span>
      <div className="min-w-0 flex-1 wrap-anywhere">
        <p className="pt-0.5 font-medium">{title}</p>
        {children === undefined ? null : <div className="text-muted">{children}</div>}
      </div>
    </li>
  );
}
