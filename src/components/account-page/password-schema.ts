import * as z from "zod";

/** What the form can tell without the server; common and personal passwords are the server's to refuse. */
export const passwordSchema = z
  .strictObject({
    currentPassword: z.string().min(1, { error: "Enter your current password." }),
    newPassword: z
      .string()
      .min(12, { error: "Use at least 12 characters; a few words do well." })
      .max(128, { error: "Use at most 128 characters." }),
  })
  .refine((form) => form.newPassword !== form.currentPassword, {
    error: "This is the password you have. Choose another.",
    path: ["newPassword"],
  });
