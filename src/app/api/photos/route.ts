import { handlePhotoUpload } from "@/server/photos/endpoints";

export const dynamic = "force-dynamic";

export const POST = handlePhotoUpload;
