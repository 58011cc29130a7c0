/** Siblings shown; the rest are a link away. */
export const siblingsShown = 6;

/** How the events of the same booking are asked for, by the page on the server and by the screen. */
export function siblingsInput(event: { readonly booking: { readonly id: string } }) {
  return { bookingId: event.booking.id, limit: siblingsShown + 1 };
}
