/**
 * How far counting has come, as PostgreSQL writes a `pg_snapshot` ("xmin:xmax:in,progress"): rows of transactions
 * that it sees as over are counted. Transaction numbers of a cluster only grow.
 */
interface Snapshot {
  readonly xmin: bigint;
  /** The first number not yet handed out. */
  readonly xmax: bigint;
  /** Below xmax and still open. */
  readonly open: readonly bigint[];
}

/** What one turn of counting reads, each row of it for the first time. */
export interface CountingStep {
  /** Transactions in [from, to) … */
  readonly from: string;
  readonly to: string;
  /** … and those that were open the last time, as text. */
  readonly late: readonly string[];
  /** What is counted afterwards. */
  readonly next: string;
  /** False when there is more to count at once. */
  readonly isCaughtUp: boolean;
}

/** The database was restored into another cluster, whose transaction numbers began anew. */
export const RESTORED = "restored";

/**
 * The next turn from what is counted to what the present snapshot sees, at most `widthMax` transaction numbers
 * of it. Neither an old transaction that stays open nor one that commits late keeps others from being counted.
 */
export function nextStep(counted: string, present: string, widthMax: number): CountingStep | typeof RESTORED {
  const [before, now] = [parse(counted), parse(present)];
  if (before.xmax > now.xmax) return RESTORED;
  const limit = before.xmax + BigInt(widthMax);
  const to = limit < now.xmax ? limit : now.xmax;
  return {
    from: String(before.xmax),
    to: String(to),
    late: before.open.map(String),
    next: write(to, now),
    isCaughtUp: to === now.xmax,
  };
}

/** The part of a snapshot below a transaction number. */
function write(to: bigint, { open, xmin }: Snapshot): string {
  const below = open.filter((xid) => xid < to);
  return `${xmin < to ? xmin : to}:${to}:${below.join(",")}`;
}

function parse(text: string): Snapshot {
  const [xmin, xmax, open = ""] = text.split(":");
  if (xmin === undefined || xmax === undefined) throw new Error(`${text} is no snapshot`);
  return {
    xmin: BigInt(xmin),
    xmax: BigInt(xmax),
    open: open === "" ? [] : open.split(",").map((xid) => BigInt(xid)),
  };
}
