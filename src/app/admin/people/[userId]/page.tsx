import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PageBody } from "@/components/page-body";
import { fetchIfThere, HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { isUuid } from "@/values/ids";
import { PersonScreen } from "./_components/person-screen";

interface PersonPageProps {
  params: Promise<{ userId: string }>;
}

export async function generateMetadata({ params }: PersonPageProps): Promise<Metadata> {
  const { userId } = await params;
  const person = isUuid(userId)
    ? await fetchIfThere(trpc.directory.people.profile.queryOptions({ recordId: userId }))
    : null;
  return { title: person?.name ?? "Person" };
}

export default async function PersonPage({ params }: PersonPageProps) {
  const { userId } = await params;
  if (!isUuid(userId)) notFound();
  await requireViewer(`/admin/people/${userId}`);
  await Promise.all([
    prefetch(trpc.directory.people.profile.queryOptions({ recordId: userId })),
    prefetch(trpc.staffing.person.queryOptions({ userId })),
  ]);
  return (
    <HydrateQueries>
      <PageBody>
        <PersonScreen userId={userId} now={new Date().toISOString()} />
      </PageBody>
    </HydrateQueries>
  );
}
