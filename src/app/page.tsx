import { redirect } from "next/navigation";
import { homeOf, requireViewer } from "@/trpc/server";

/** Leads each person to their own screens. */
export default async function Page() {
  const viewer = await requireViewer("/");
  redirect(homeOf(viewer.role));
}
