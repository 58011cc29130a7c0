/** Writes `.oxlintrc.json` from the borders: `npx tsx src/testing/gates/write-oxlint-config.ts`. */
import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { oxlintConfig } from "./oxlint-config";

writeFileSync(".oxlintrc.json", JSON.stringify(oxlintConfig));
execFileSync("node_modules/.bin/biome", ["format", "--config-path=.biome.json", "--write", ".oxlintrc.json"]);
