"use client";

import { Download } from "lucide-react";
import { CopyButton } from "@/components/ui/copy-button";
import { IconButton } from "@/components/ui/icon-button";
import { printExactJson } from "@/values/exact-json";

export interface JsonBlockProps {
  readonly title: string;
  readonly value: unknown;
  /** Paths that are masked, said above the text. */
  readonly masked: readonly string[];
  /** Under this name it can be downloaded. */
  readonly fileName: string;
}

/** A stored value as readable JSON, its numbers as they were written, with ways to take it along. */
export function JsonBlock({ title, value, masked, fileName }: JsonBlockProps) {
  const text = printExactJson(value);
  return (
    <section className="grid gap-2">
      <div className="flex items-center justify-between gap-2">
        <h3 className="text-title">{title}</h3>
        <span className="flex">
          <CopyButton text={text} what={title.toLowerCase()} />
          <IconButton
            label={`Download ${title.toLowerCase()}`}
            icon={<Download />}
            onClick={() => download(text, fileName)}
          />
        </span>
      </div>
      {masked.length === 0 ? null : <p className="text-meta text-muted">{`Masked: ${masked.join(", ")}`}</p>}
      <pre className="overflow-x-auto rounded-control bg-sunken p-3 font-mono text-meta wrap-anywhere whitespace-pre-wrap">
        {text}
      </pre>
    </section>
  );
}

function download(text: string, fileName: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
