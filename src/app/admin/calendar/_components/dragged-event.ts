/** What a drag in the timeline carries: the id of an event. */
export const DRAGGED_EVENT = "application/x-muster-event";
