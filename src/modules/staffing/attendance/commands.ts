import type * as z from "zod";
import type {
  approveHoursInput,
  askCheckInInput,
  assumeCheckOutInput,
  checkInInput,
  checkOutInput,
  correctHoursInput,
  reportNoShowInput,
} from "@/modules/staffing/inputs/attendance";

/** The wishes that the rules of attendance know; `assumeCheckOut` is the clock's alone. */
export type AttendanceCommand =
  | ({ readonly type: "checkIn" } & z.infer<typeof checkInInput>)
  | ({ readonly type: "askCheckIn" } & z.infer<typeof askCheckInInput>)
  | ({ readonly type: "checkOut" } & z.infer<typeof checkOutInput>)
  | ({ readonly type: "assumeCheckOut" } & z.infer<typeof assumeCheckOutInput>)
  | ({ readonly type: "reportNoShow" } & z.infer<typeof reportNoShowInput>)
  | ({ readonly type: "correctHours" } & z.infer<typeof correctHoursInput>)
  | ({ readonly type: "approveHours" } & z.infer<typeof approveHoursInput>);

export type AttendanceCommandOf<Type extends AttendanceCommand["type"]> = Extract<
  AttendanceCommand,
  { readonly type: Type }
>;
