import localFont from "next/font/local";

/** The typeface of identifiers, JSON and times. For the log's layout only, and never preloaded elsewhere. */
export const mono = localFont({
  src: "../../node_modules/geist/dist/fonts/geist-mono/GeistMono-Variable.woff2",
  weight: "400 600",
  display: "swap",
  preload: false,
  declarations: [{ prop: "font-family", value: "Geist Mono" }],
});
