/** A throw-away copy of the configuration with planted files in it, so that gates can be seen to fail. */
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";

const root = resolve(import.meta.dirname, "../../..");
const configuration = [".oxlintrc.json", ".biome.json", "tsconfig.json", "package.json"];

export interface Finding {
  readonly file: string;
  readonly rule: string;
  /** What the reader is told: the rule's own words and our sentence. */
  readonly text: string;
}

interface Diagnostic {
  filename: string;
  code: string;
  message: string;
  help?: string;
}

/**
 * Plants `files` (path from the repository's root → content) beside the real configuration, calls `inspect`
 * with the folder, and removes it again.
 */
export function withPlanted<T>(files: Readonly<Record<string, string>>, inspect: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "muster-gate-"));
  try {
    for (const name of configuration) cpSync(join(root, name), join(folder, name));
    symlinkSync(join(root, "node_modules"), join(folder, "node_modules"));
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), content);
    }
    return inspect(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs one of the installed tools in a planted tree; `failed` says whether its exit code was not zero. */
export function runTool(folder: string, tool: string, ...args: readonly string[]) {
  const result = spawnSync(join(root, "node_modules/.bin", tool), args, {
    cwd: folder,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  if (result.error) throw result.error;
  return { failed: result.status !== 0, output: result.stdout + result.stderr, stdout: result.stdout };
}

/** Lints the planted files under the real configuration. */
export function lintPlanted(files: Readonly<Record<string, string>>): readonly Finding[] {
  const tops = new Set(Object.keys(files).map((path) => path.split("/")[0] ?? path));
  return withPlanted(files, (folder) => {
    const report: { diagnostics: Diagnostic[] } = JSON.parse(
      runTool(folder, "oxlint", "--format=json", ...tops).stdout,
    );
    return report.diagnostics.map(({ filename, code, message, help }) => ({
      file: filename,
      rule: code,
      text: `${message} ${help ?? ""}`,
    }));
  });
}

/** Paths of the present files that git knows or would add, from the repository's root. */
export function repositoryFiles(): readonly string[] {
  const listing = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
    encoding: "utf8",
  });
  return listing.split("\n").filter((path) => path !== "" && existsSync(join(root, path)));
}

/** A path from the repository's root as an absolute one. */
export function fromRoot(path: string): string {
  return join(root, path);
}
