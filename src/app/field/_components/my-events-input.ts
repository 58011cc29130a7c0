import type { RouterInputs } from "@/trpc/client";

/** What the lists of the field ask for; the page on the server and the screen ask the same. */

export const soonInput: RouterInputs["events"]["mine"] = { days: 14 };
export const laterInput: RouterInputs["events"]["mine"] = { days: 366 };

export const pastInput = {
  status: ["completed", "cancelled"],
  order: "latest",
  limit: 20,
} satisfies RouterInputs["events"]["list"];
