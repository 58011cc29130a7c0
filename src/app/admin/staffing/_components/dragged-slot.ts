/** What a drag on the board carries: the id of an open place. */
export const DRAGGED_SLOT = "application/x-muster-slot";
