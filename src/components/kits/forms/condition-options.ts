/** The conditions of a kit, the best first. */
export const CONDITIONS = [
  { value: "excellent", label: "As new" },
  { value: "good", label: "Good" },
  { value: "fair", label: "Worn, works" },
  { value: "poor", label: "Poor, works" },
  { value: "damaged", label: "Broken" },
] as const;
