import * as z from "zod";
import { confirmLocationInput } from "@/modules/locations/inputs";

const { contactPerson, specialInstructions, accessDetails } = confirmLocationInput.shape;
const contact = contactPerson.unwrap().shape;

/** The fields of a confirmation; a phone number or an address needs somebody they belong to. */
export const confirmVenueSchema = z
  .object({
    name: z.string().trim().max(200, { error: "Write 200 characters at most." }),
    phone: contact.phone.unwrap(),
    email: z
      .string()
      .trim()
      .refine((text) => contact.email.safeParse(text).success, {
        error: "Enter an e-mail address such as name@example.com.",
      }),
    accessDetails: accessDetails.unwrap(),
    specialInstructions: specialInstructions.unwrap(),
  })
  .refine(({ name, phone, email }) => name !== "" || (phone === "" && email === ""), {
    error: "Enter the contact's name.",
    path: ["name"],
  });

export type ConfirmVenueFields = z.infer<typeof confirmVenueSchema>;
