import type { Metadata } from "next";
import { buttonClass } from "@/components/ui/button-class";

export const metadata: Metadata = { title: "Page not found" };

/** The same words for what never existed and for what the visitor may not see. */
export default function NotFound() {
  return (
    <main className="mx-auto grid max-w-form content-center gap-3 px-4 py-16">
      <h1 className="text-page">This page is not here</h1>
      <p className="max-w-prose text-muted">
        The address may be mistyped, the record may have been removed, or it belongs to somebody else.
        Everything else works.
      </p>
      <div>
        {/* A plain link: this page belongs to every route, so it brings no code of its own. */}
        <a href="/" className={buttonClass("primary")}>
          Go to the start
        </a>
      </div>
    </main>
  );
}
