/** The themes of ux.md "Colour roles"; `globals.css` knows them as values of `data-theme`. */
export const themes = ["light", "dark", "system"] as const;

export type Theme = (typeof themes)[number];

export const themeCookie = "theme";

/** The theme a cookie asks for; anything unknown means the system's. */
export function readTheme(value: string | undefined): Theme {
  return themes.find((theme) => theme === value) ?? "system";
}

/** Height of rows and controls on the desk (ux.md "Density"). */
export const rowSizes = ["compact", "comfortable"] as const;

export type RowSize = (typeof rowSizes)[number];

export const rowSizeCookie = "rows";

export function readRowSize(value: string | undefined): RowSize {
  return rowSizes.find((size) => size === value) ?? "compact";
}
