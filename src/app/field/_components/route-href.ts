/** The phone's own map finds the way there; without coordinates it goes by name and address. */
export function routeHref(venue: {
  readonly name: string;
  readonly address: string;
  readonly city: string;
  readonly country: string;
}): string {
  const place = [venue.name, venue.address, venue.city, venue.country]
    .filter((part) => part !== "")
    .join(", ");
  return `https://www.google.com/maps/dir/?api=1&destination=${encodeURIComponent(place)}`;
}

/** Digits and a leading plus; null where nothing can be dialed. */
export function callHref(phone: string): string | null {
  const digits = phone.replace(/[^\d+]/g, "").replace(/(?!^)\+/g, "");
  return /\d{3}/.test(digits) ? `tel:${digits}` : null;
}
