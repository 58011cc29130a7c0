"use client";

import dynamic from "next/dynamic";

/** Fetched when the first event is to be assigned: it brings forms and their checks. */
export const LazyAssignDialog = dynamic(() => import("./assign-dialog").then((part) => part.AssignDialog), {
  ssr: false,
});
