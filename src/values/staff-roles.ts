/** The roles a booking can ask people for, in the order in which forms list them. */
export const staffRoles = [
  "Brand ambassador",
  "Team lead",
  "Host",
  "Promoter",
  "Demonstrator",
  "Sampling crew",
  "Setup crew",
  "Driver",
  "Photographer",
] as const;
