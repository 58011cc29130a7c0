import type { Metadata } from "next";
import { HydrateQueries, fetchIfThere, trpc } from "@/trpc/server";
import { StoryScreen } from "./_components/story-screen";

interface PageProps {
  readonly params: Promise<{ readonly correlationId: string }>;
}

/** Next hands over what stands in the address, still encoded. */
async function chainOf({ params }: PageProps) {
  const correlationId = decodeURIComponent((await params).correlationId).slice(0, 128);
  return { correlationId, story: await fetchIfThere(trpc.log.story.queryOptions({ correlationId })) };
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const { correlationId, story } = await chainOf(props);
  return { title: `${story?.name ?? correlationId}, story` };
}

export default async function Page(props: PageProps) {
  const { correlationId } = await chainOf(props);
  return (
    <HydrateQueries>
      <StoryScreen correlationId={correlationId} now={new Date().toISOString()} />
    </HydrateQueries>
  );
}
