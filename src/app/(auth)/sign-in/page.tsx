import type { Metadata } from "next";
import { Door } from "@/app/(auth)/_components/door";
import { TextLink } from "@/components/ui/text-link";
import { localPath } from "@/values/local-path";
import { SignInForm } from "./_components/sign-in-form";
import { problemSentence } from "./_components/sign-in-problem";

export const metadata: Metadata = { title: "Sign in" };

interface SignInPageProps {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** `next` is where to go on to; `problem` is what a form sent without script came back with. */
export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, problem } = await searchParams;
  return (
    <Door title="Sign in">
      <SignInForm next={localPath(first(next))} problem={problemSentence(first(problem))} />
      <p className="text-cell text-muted">
        Forgot your password? <TextLink href="/reset">Choose a new one</TextLink>. No account yet? The agency
        you work with makes it and sends you a link.
      </p>
    </Door>
  );
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
