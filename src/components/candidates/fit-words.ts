import type { ShiftState } from "@/components/status-looks/shifts";
import { shiftLooks } from "@/components/status-looks/shifts";

/** "28.50 USD an hour". */
export function payWords({ rate, currency }: { readonly rate: number; readonly currency: string }): string {
  return `${rate.toFixed(2)} ${currency} an hour`;
}

/** True for a state that a shift can be in. */
export function isShiftState(text: string): text is ShiftState {
  return text in shiftLooks;
}
