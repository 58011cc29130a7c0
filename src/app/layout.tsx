import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { readRowSize, readTheme, rowSizeCookie, themeCookie } from "@/components/theme";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "Muster", template: "%s · Muster" },
  description: "Operations for brand activations and field events",
  manifest: "/manifest.webmanifest",
  icons: { icon: "/icon.svg", apple: "/icons/apple-touch-icon.png" },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#14191a" },
  ],
};

/**
 * The document. Reading the cookies makes every page dynamic, which the nonce needs: a stored page would carry
 * an old one and stay white. Fonts belong to the layouts of desk, log and portal; phones load none.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  return (
    <html
      lang="en"
      data-theme={readTheme(jar.get(themeCookie)?.value)}
      data-rows={readRowSize(jar.get(rowSizeCookie)?.value)}
    >
      <body>{children}</body>
    </html>
  );
}
