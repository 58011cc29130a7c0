import type * as z from "zod";
import type { handlerInput, replayInput, retryInput, skipInput } from "./inputs";

/** The wishes of operators, by what they are about. */

export type DeliveryCommand =
  | ({ readonly type: "retry" } & z.output<typeof retryInput>)
  | ({ readonly type: "skip" } & z.output<typeof skipInput>);

export type HandlerCommand = { readonly type: "pauseHandler" | "resumeHandler" } & z.output<
  typeof handlerInput
>;

export type ReplayCommand = { readonly type: "replay" } & z.output<typeof replayInput>;

/** Somebody looks at personal fields: of one fact, or of so many in an export, whose server code says which. */
export type ViewCommand = { readonly type: "viewPersonalData"; readonly reason: string } & (
  | { readonly factId: string }
  | { readonly fields: readonly string[]; readonly count: number }
);
