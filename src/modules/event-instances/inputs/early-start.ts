/** Starting an event earlier than this before the planned start is taken for a slip of the finger. Minutes. */
export const EARLY_START_MINUTES_MAX = 24 * 60;
