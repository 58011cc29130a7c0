/** The answers to "Did it go as hoped for?". */
export const MET = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
] as const;
