import type * as z from "zod";
import type { handlerInput, holdInput, replayInput, retryInput, skipInput } from "./inputs";

/** The wishes of operators, by what they are about. */

export type DeliveryCommand =
  | ({ readonly type: "retry" } & z.output<typeof retryInput>)
  | ({ readonly type: "skip" } & z.output<typeof skipInput>);

export type HandlerCommand = { readonly type: "pauseHandler" | "resumeHandler" } & z.output<
  typeof handlerInput
>;

export type HoldCommand = { readonly type: "placeHold" | "liftHold" } & z.output<typeof holdInput>;

export type ReplayCommand = { readonly type: "replay" } & z.output<typeof replayInput>;

/** A test entry; the server's code says whether this is production. */
export type TestCommand = { readonly type: "sendTest"; readonly isProduction: boolean };

/** Somebody looks at personal fields: of one fact, or of so many in an export, whose server code says which. */
export type ViewCommand = { readonly type: "viewPersonalData"; readonly reason: string } & (
  | { readonly factId: string }
  | { readonly fields: readonly string[]; readonly count: number }
);
