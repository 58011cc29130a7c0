import type * as z from "zod";
import type {
  acceptInput,
  createAssignmentInput,
  expireInput,
  joinStandbyInput,
  moveShiftsInput,
  offerInput,
  rejectInput,
  releaseStaffInput,
  succeedInput,
  withdrawClashingInput,
  withdrawInput,
} from "./inputs";

/** What people wish. */
export type AskedCommand =
  | ({ readonly type: "createAssignment" } & z.infer<typeof createAssignmentInput>)
  | ({ readonly type: "offer" } & z.infer<typeof offerInput>)
  | ({ readonly type: "accept" } & z.infer<typeof acceptInput>)
  | ({ readonly type: "reject" } & z.infer<typeof rejectInput>)
  | ({ readonly type: "withdraw" } & z.infer<typeof withdrawInput>)
  | ({ readonly type: "joinStandby" } & z.infer<typeof joinStandbyInput>);

/** What follows from facts and from the clock; the workflow's alone. */
export type FollowingCommand =
  | ({ readonly type: "expire" } & z.infer<typeof expireInput>)
  | ({ readonly type: "succeed" } & z.infer<typeof succeedInput>)
  | ({ readonly type: "moveShifts" } & z.infer<typeof moveShiftsInput>)
  | ({ readonly type: "releaseStaff" } & z.infer<typeof releaseStaffInput>)
  | ({ readonly type: "withdrawClashing" } & z.infer<typeof withdrawClashingInput>);

export type StaffingCommand = AskedCommand | FollowingCommand;

export type CommandOf<Type extends StaffingCommand["type"]> = Extract<
  StaffingCommand,
  { readonly type: Type }
>;
