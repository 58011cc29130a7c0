import type { Metadata } from "next";
import { BrandMark } from "@/components/brand";
import { localPath } from "@/values/local-path";
import { SignInForm } from "./_components/sign-in-form";
import { problemSentence } from "./_components/sign-in-problem";

export const metadata: Metadata = { title: "Sign in", referrer: "no-referrer" };

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The door. `next` is where to go on to; `problem` is what a form sent without script came back with. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, problem } = await searchParams;
  return (
    <main className="mx-auto grid min-h-dvh w-full max-w-sm content-center gap-6 px-4 py-12">
      <header className="grid gap-3">
        <p className="flex items-center gap-2 text-body font-semibold">
          <BrandMark />
          Muster
        </p>
        <h1 className="text-page">Sign in</h1>
      </header>
      <SignInForm next={localPath(first(next))} problem={problemSentence(first(problem))} />
      <p className="text-cell text-muted">
        No account, or no longer able to sign in? The agency you work with can help: accounts are made by its
        admins.
      </p>
    </main>
  );
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
