import { createHash, randomBytes } from "node:crypto";
import { metadataLeaves, payloadLeaves } from "./personal-leaves";
import type { SealedRow } from "./sealed-row";
import { readStoredJson, printStoredJson, takeOut } from "./stored-json";

/** SHA-256 over the three parts of an entry, so that an alteration can be told to be in one of them. */
export interface PartDigests {
  readonly envelope: Buffer;
  readonly payload: Buffer;
  readonly metadata: Buffer;
}

/** Salt in hex by the pointer of each personal value. */
export type Salts = Readonly<Record<string, string>>;

/** What a redaction left behind of one value. */
export interface RedactedField {
  /** The salted digest of the value that stood there. */
  readonly digest: Buffer;
  /** The printed marker that must stand there now; null where the field was dropped. */
  readonly marker: string | null;
}

const SALT_BYTES = 16;

export function sha256(...parts: readonly (string | Buffer)[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** A fresh salt for every personal value of a row that is being sealed. */
export function newSalts(row: SealedRow): Salts {
  const payload = payloadLeaves(row.type, readStoredJson(row.payload_text));
  const metadata = metadataLeaves(readStoredJson(row.metadata_text));
  const people = new Set(payload.filter((leaf) => leaf.fieldClass === "person-id").map((leaf) => leaf.text));
  // A directory fact about a person is correlated by that person's id.
  const isAboutPerson = people.has(JSON.stringify(row.correlation_id));
  const pointers = [
    "/actor_id",
    "/entity_ids",
    ...(isAboutPerson ? ["/correlation_id"] : []),
    ...[...payload, ...metadata].map((leaf) => leaf.pointer),
  ];
  const random = randomBytes(SALT_BYTES * pointers.length).toString("hex");
  const digits = SALT_BYTES * 2;
  return Object.fromEntries(
    pointers.map((pointer, index) => [pointer, random.slice(index * digits, (index + 1) * digits)]),
  );
}

/** One part of an entry: what it says openly, and a digest for each of its personal values. */
export interface OpenPart {
  readonly text: string;
  /** By pointer. */
  readonly personal: ReadonlyMap<string, Buffer>;
}

export interface OpenedRow {
  readonly parts: { readonly envelope: OpenPart; readonly payload: OpenPart; readonly metadata: OpenPart };
  /** Pointers of sealed values that are not there, and of redacted ones that hold no marker. */
  readonly wrong: readonly string[];
}

export interface DigestedRow {
  readonly parts: PartDigests;
  readonly wrong: OpenedRow["wrong"];
}

/**
 * A row as it is stored now, its personal values taken out: each counts by its salted digest, a redacted one by the
 * digest that the redaction left. Throws for JSON that Postgres does not print.
 */
export function openRow(
  row: SealedRow,
  salts: Salts,
  redacted: ReadonlyMap<string, RedactedField> = new Map(),
): OpenedRow {
  const fields = new Fields(salts, redacted);
  const columns = new Map([
    ["/actor_id", JSON.stringify(row.actor_id)],
    ["/entity_ids", JSON.stringify(row.entity_ids)],
    ["/correlation_id", JSON.stringify(row.correlation_id)],
  ]);
  const sealedColumns = new Map([...columns].filter(([pointer]) => fields.pointers.has(pointer)));
  return {
    parts: {
      envelope: { text: envelopeText(row, fields.pointers), personal: fields.digests("/", sealedColumns) },
      payload: openDocument(row.payload_text, "/payload", fields),
      metadata: openDocument(row.metadata_text, "/metadata", fields),
    },
    wrong: fields.wrong,
  };
}

/** The digests of a row as it is stored now; reads and throws like `openRow`. */
export function digestRow(
  row: SealedRow,
  salts: Salts,
  redacted: ReadonlyMap<string, RedactedField> = new Map(),
): DigestedRow {
  const { parts, wrong } = openRow(row, salts, redacted);
  const { envelope, payload, metadata } = parts;
  return {
    parts: { envelope: partDigest(envelope), payload: partDigest(payload), metadata: partDigest(metadata) },
    wrong,
  };
}

/** The digest of a whole entry, the unit that a block is made of. */
export function entryDigest({ envelope, payload, metadata }: PartDigests): Buffer {
  return sha256("muster seal 1\n", envelope, payload, metadata);
}

function openDocument(text: string, root: string, fields: Fields): OpenPart {
  const { rest, taken } = takeOut(readStoredJson(text), root, fields.pointers);
  return { text: printStoredJson(rest), personal: fields.digests(`${root}/`, taken) };
}

/** The part's open text, then one line per personal value in the order of their pointers. */
function partDigest({ text, personal }: OpenPart): Buffer {
  const lines = [...personal].sort(([one], [other]) => (one < other ? -1 : 1));
  return sha256(text, ...lines.map(([pointer, digest]) => `\n${pointer} ${digest.toString("hex")}`));
}

function envelopeText(row: SealedRow, pointers: ReadonlySet<string>): string {
  return JSON.stringify([
    row.position,
    row.id,
    row.type,
    row.category,
    row.at,
    pointers.has("/correlation_id") ? null : row.correlation_id,
    row.causation_id,
    row.source,
    row.recorded_text,
    row.expires_text,
    row.xid_text,
    row.schema_version,
    row.depth,
    row.request_id,
    row.digests_text,
  ]);
}

/** The personal values of one entry, sealed and redacted, and what is wrong with them. */
class Fields {
  readonly pointers: ReadonlySet<string>;
  readonly wrong: string[] = [];

  constructor(
    private readonly salts: Salts,
    private readonly redacted: ReadonlyMap<string, RedactedField>,
  ) {
    this.pointers = new Set([...Object.keys(salts), ...redacted.keys()]);
  }

  /** The digest of every personal value below a place, given what stands there now. */
  digests(below: string, found: ReadonlyMap<string, string>): ReadonlyMap<string, Buffer> {
    const digests = new Map<string, Buffer>();
    for (const pointer of this.pointers) {
      if (!belongs(pointer, below)) continue;
      const digest = this.digestOf(pointer, found.get(pointer));
      if (digest) digests.set(pointer, digest);
    }
    return digests;
  }

  private digestOf(pointer: string, text: string | undefined): Buffer | undefined {
    const gone = this.redacted.get(pointer);
    if (gone) {
      if ((text ?? null) !== gone.marker) this.wrong.push(pointer);
      return gone.digest;
    }
    const salt = this.salts[pointer];
    if (text !== undefined && salt !== undefined) return sha256(Buffer.from(salt, "hex"), text);
    this.wrong.push(pointer);
    return undefined;
  }
}

/** The envelope's own values stand at the root, the others below their document. */
function belongs(pointer: string, below: string): boolean {
  return below === "/" ? pointer.lastIndexOf("/") === 0 : pointer.startsWith(below);
}
