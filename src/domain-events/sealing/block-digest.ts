import { createHash, type Hash } from "node:crypto";
import { sha256 } from "./entry-digest";

/** What a block holds of one partition. */
export interface LeafPart {
  readonly leaf: string;
  readonly entries: number;
  /** Over the digests of its entries in their order. */
  readonly digest: Buffer;
}

export interface BlockHead {
  readonly block: number;
  readonly epoch: number;
  readonly cluster: string;
  readonly floor: string;
  readonly lastXid: string;
  readonly lastPosition: string;
  readonly entries: number;
}

/** Gathers entry digests by partition, in the order in which they are added. */
export class LeafParts {
  private readonly hashes = new Map<string, { readonly hash: Hash; entries: number }>();

  add(leaf: string, entry: Buffer): void {
    const known = this.hashes.get(leaf) ?? { hash: createHash("sha256"), entries: 0 };
    known.hash.update(entry);
    known.entries += 1;
    this.hashes.set(leaf, known);
  }

  /** In the order of the partitions' names. Ends the gathering. */
  finish(): readonly LeafPart[] {
    return [...this.hashes]
      .map(([leaf, { hash, entries }]) => ({ leaf, entries, digest: hash.digest() }))
      .sort((one, other) => (one.leaf < other.leaf ? -1 : 1));
  }
}

/** A block's digest: chained to the block before, over its head and what it holds of each partition. */
export function blockDigest(previous: Buffer, head: BlockHead, parts: readonly LeafPart[]): Buffer {
  const { block, epoch, cluster, floor, lastXid, lastPosition, entries } = head;
  const lines = [...parts]
    .sort((one, other) => (one.leaf < other.leaf ? -1 : 1))
    .map(({ leaf, entries: count, digest }) => `\n${leaf} ${count} ${digest.toString("hex")}`);
  const text = JSON.stringify([block, epoch, cluster, floor, lastXid, lastPosition, entries]);
  return sha256(previous, text, ...lines);
}
