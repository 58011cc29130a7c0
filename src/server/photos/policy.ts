import type { PersonActor } from "@/commands/actor";
import type { KeptPhoto } from "./rows";

/**
 * True for whoever may see a photo: before a command took it its uploader alone, then whoever reads the record that
 * it hangs on, which for events, activities and issues are the admins and the event's manager (domain.md "People").
 */
export function maySeePhoto(
  actor: PersonActor,
  { uploadedBy, event }: Pick<KeptPhoto, "uploadedBy" | "event">,
): boolean {
  if (event === null) return uploadedBy === actor.id;
  return actor.role === "admin" || (actor.role === "manager" && event.managerId === actor.id);
}
