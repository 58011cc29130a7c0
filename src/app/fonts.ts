import localFont from "next/font/local";

/**
 * The typefaces of desk, log and portal. Importing this file into a layout is what loads them: `globals.css`
 * names the families, so screens whose layout leaves it out (field, agent) use the system stack and load no
 * font bytes. The files come from the `geist` package.
 */
export const sans = localFont({
  src: "../../node_modules/geist/dist/fonts/geist-sans/Geist-Variable.woff2",
  weight: "400 600",
  display: "swap",
  declarations: [{ prop: "font-family", value: "Geist" }],
});
