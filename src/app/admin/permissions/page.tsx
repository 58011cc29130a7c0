import type { Metadata } from "next";
import { PageBody } from "@/components/page-body";
import { HydrateQueries, prefetch, requireViewer, trpc } from "@/trpc/server";
import { PermissionsScreen } from "./_components/permissions-screen";

export const metadata: Metadata = { title: "Permissions" };

export default async function PermissionsPage() {
  const viewer = await requireViewer("/admin/permissions");
  await prefetch(trpc.account.permissions.queryOptions());
  return (
    <HydrateQueries>
      <PageBody>
        <PermissionsScreen now={new Date().toISOString()} timeZone={viewer.timeZone ?? "UTC"} />
      </PageBody>
    </HydrateQueries>
  );
}
