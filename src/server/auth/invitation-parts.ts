import { env } from "@/env";
import { mailTransport } from "@/server/mail/current";
import type { InvitationParts } from "./invite-person";

/** How this process sends invitations, and where their links lead. */
export function invitationParts(): InvitationParts {
  return { sendMail: mailTransport(), appUrl: env().appUrl };
}
