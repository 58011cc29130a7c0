import { defineConfig } from "prisma/config";

/** Paths are read from this file's folder. No datasource: nothing here needs a database. */
export default defineConfig({
  schema: ".",
  migrations: { path: "migrations" },
});
