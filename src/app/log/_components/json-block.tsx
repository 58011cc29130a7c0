import { CopyButton } from "@/components/ui/copy-button";

export interface JsonBlockProps {
  readonly title: string;
  readonly value: unknown;
  /** Paths that are masked, said above the text. */
  readonly masked: readonly string[];
}

/** A stored value as readable JSON, with a way to copy it. */
export function JsonBlock({ title, value, masked }: JsonBlockProps) {
  const text = JSON.stringify(value, null, 2);
  return (
    <section className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-title">{title}</h3>
        <CopyButton text={text} what={title.toLowerCase()} />
      </div>
      {masked.length === 0 ? null : <p className="text-meta text-muted">{`Masked: ${masked.join(", ")}`}</p>}
      <pre className="overflow-x-auto rounded-control bg-sunken p-3 font-mono text-meta break-words whitespace-pre-wrap">
        {text}
      </pre>
    </section>
  );
}
