import * as z from "zod";
import { confirmLocationInput } from "@/modules/locations/inputs";

const { shape } = confirmLocationInput;
const contact = shape.contactPerson.unwrap().shape;

/** The fields of a confirmation, each checked as the server checks it. A phone or an address needs its name. */
export const confirmSchema = z
  .object({
    name: z.literal("").or(contact.name),
    phone: contact.phone.unwrap(),
    email: contact.email.unwrap(),
    accessDetails: shape.accessDetails.unwrap(),
    specialInstructions: shape.specialInstructions.unwrap(),
  })
  .refine(({ name, phone, email }) => name !== "" || (phone === "" && email === ""), {
    error: "Enter the contact's name.",
    path: ["name"],
  });

export type ConfirmFields = z.infer<typeof confirmSchema>;
