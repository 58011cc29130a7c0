import type * as z from "zod";
import type { cancelForBookingInput, generateInput, settleInput } from "./inputs";

/** The wishes that `decide` knows. All three follow from facts of a booking and are the workflow's alone. */
export type EventInstanceCommand =
  | ({ readonly type: "generate" } & z.infer<typeof generateInput>)
  | ({ readonly type: "settle" } & z.infer<typeof settleInput>)
  | ({ readonly type: "cancelForBooking" } & z.infer<typeof cancelForBookingInput>);

export type CommandOf<Type extends EventInstanceCommand["type"]> = Extract<
  EventInstanceCommand,
  { readonly type: Type }
>;
