/** How the names of a chosen venue and of all clients are asked for, by the page on the server and by the screen. */
export function namesInput(venue: string | null): { withIds: string[] } {
  return { withIds: venue === null ? [] : [venue] };
}
