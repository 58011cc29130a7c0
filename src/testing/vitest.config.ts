import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("../..", import.meta.url));
const here = fileURLToPath(new URL(".", import.meta.url));

/** What both projects share. The secret is for tests only; production refuses its kind. */
const shared = {
  resolve: { tsconfigPaths: true, alias: { "server-only": `${here}server-only.ts` } },
  oxc: { jsx: { runtime: "automatic" as const } },
};
const test = {
  environment: "node",
  setupFiles: [`${here}quiet-console.ts`],
  restoreMocks: true,
  unstubEnvs: true,
  env: { TZ: "UTC", AUTH_SECRET: "only-for-tests-0123456789-abcdefghijklmnop" },
};

export default defineConfig({
  root,
  test: {
    projects: [
      {
        ...shared,
        root,
        test: {
          ...test,
          name: "unit",
          include: ["src/**/*.test.{ts,tsx}", "prisma/**/*.test.ts"],
          exclude: ["**/*.int.test.ts", "**/node_modules/**", "src/generated/**"],
          // On two cores Vitest would leave one to itself, which has little to do.
          maxWorkers: "100%",
          // What they test is pure: a world of its own for each file would take as long as the tests.
          isolate: false,
          // Property tests take as long as the machine is slow; none of them is a timed test.
          testTimeout: 60_000,
        },
      },
      {
        ...shared,
        root,
        test: {
          ...test,
          name: "integration",
          include: ["src/**/*.int.test.ts", "prisma/**/*.int.test.ts"],
          exclude: ["**/node_modules/**", "src/generated/**"],
          globalSetup: [`${here}global-setup.ts`],
          setupFiles: [...test.setupFiles, `${here}forget-process.ts`],
          // Loading the server anew for each file took a third of their time.
          isolate: false,
          // Files wait for the database and for clocks more than they compute: two at once, also on two cores.
          // One where they would share a server.
          maxWorkers: process.env["TEST_DATABASE_URL"] ? 1 : 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
