"use client";

import { useEffect, useState } from "react";
import type { Position } from "@/values/geo-position";

/** Where the phone is, as far as it says. */
export type Whereabouts =
  | { readonly state: "off" }
  | { readonly state: "searching" }
  | { readonly state: "known"; readonly position: Position }
  | { readonly state: "failed"; readonly message: string };

const FAILURES: Readonly<Record<number, string>> = {
  1: "Location is not allowed for this page. Allow it in the settings of your browser, or use the code.",
  2: "Your phone does not know where it is. Step outside, or use the code.",
  3: "Your phone is still looking for its position. Wait a moment, or use the code.",
};

const OPTIONS: PositionOptions = { enableHighAccuracy: true, maximumAge: 5_000, timeout: 20_000 };

/** Follows the phone's position from the moment it is switched on: nobody is asked before they press. */
export function usePosition(isOn: boolean): Whereabouts {
  const [whereabouts, setWhereabouts] = useState<Whereabouts>({ state: "searching" });
  useEffect(() => {
    if (!isOn || !("geolocation" in navigator)) return;
    const watch = navigator.geolocation.watchPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        setWhereabouts({ state: "known", position: { latitude, longitude, accuracy } }),
      ({ code, message }) => setWhereabouts({ state: "failed", message: FAILURES[code] ?? message }),
      OPTIONS,
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, [isOn]);
  if (!isOn) return { state: "off" };
  return "geolocation" in navigator
    ? whereabouts
    : { state: "failed", message: "This browser gives no position. Use the code, or ask the manager." };
}
