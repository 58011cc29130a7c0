import { spawnSync } from "node:child_process";
import { chmodSync, chownSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { postgresAccount } from "@/launch/postgres-account.mjs";

export interface TinyDisk {
  /** An empty folder on it that belongs to the account of Postgres. */
  readonly folder: string;
  /** Takes all the room that is left. */
  fill(): void;
  /** Gives it back. */
  empty(): void;
  remove(): void;
}

/** A file system of so many megabytes in memory; undefined where this process may not mount one. */
export function mountTinyDisk(megabytes: number): TinyDisk | undefined {
  const place = mkdtempSync(join(tmpdir(), "muster-disk-"));
  const options = ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=711`, "tmpfs", place];
  if (spawnSync("mount", options).status !== 0) {
    rmSync(place, { recursive: true });
    return undefined;
  }
  const folder = mkdtempSync(join(place, "space-"));
  const ballast = join(place, "ballast");
  const account = postgresAccount();
  chmodSync(folder, 0o700);
  if (account) chownSync(folder, account.uid, account.gid);
  return {
    folder,
    fill: () => {
      const { bavail, bsize } = statfsSync(place);
      writeFileSync(ballast, Buffer.alloc(bavail * bsize));
    },
    empty: () => rmSync(ballast),
    remove: () => {
      spawnSync("umount", [place]);
      rmSync(place, { recursive: true });
    },
  };
}
