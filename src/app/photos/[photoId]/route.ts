import { handlePhoto } from "@/server/photos/endpoints";

export const dynamic = "force-dynamic";

export async function GET(
  request: Request,
  { params }: { params: Promise<{ photoId: string }> },
): Promise<Response> {
  const { photoId } = await params;
  return handlePhoto(request, photoId);
}
