import type { ReactNode } from "react";
import { BrandMark } from "@/components/brand";

/** The frame of every page in front of the product: the name, what the page is for, one form. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-6 px-4 py-12">
      <header className="grid gap-3">
        <p className="flex items-center gap-2 text-body font-semibold">
          <BrandMark />
          Muster
        </p>
        <h1 className="text-page">{title}</h1>
      </header>
      {children}
    </main>
  );
}
