import { createHmac, randomBytes } from "node:crypto";
import { removableFields, plainMarker } from "@/domain-events/catalog/removal-markers";
import { metadataLeaves, payloadLeaves, type PersonalLeaf } from "@/domain-events/sealing/personal-leaves";
import { readStoredJson } from "@/domain-events/sealing/stored-json";

/** A fact on its way into an archive. */
export interface ArchivedRow {
  readonly position: string;
  readonly block: string;
  /** The digest of the entry as it was sealed, in hex. */
  readonly digest: string;
  readonly id: string;
  readonly type: string;
  readonly category: string;
  readonly timestamp: Date;
  readonly recorded_at: Date;
  readonly expires_text: string;
  readonly correlation_id: string;
  readonly source: string;
  readonly payload_text: string;
  readonly metadata_text: string;
  readonly schema_version: number;
  readonly depth: number;
}

/** What stands in place of a person's id, the same all through one archive and another in the next. */
export type PersonToken = (id: string) => string;

/** The key is forgotten with the run, so nobody can lead a token back to a person. */
export function newPersonToken(): PersonToken {
  const key = randomBytes(32);
  return (id) =>
    id === "system" ? id : `person-${createHmac("sha256", key).update(id).digest("hex").slice(0, 24)}`;
}

/**
 * One line of an archive: the fact as event-schema.md has it, with a marker in place of every personal value, beside
 * what the seals need to prove that no line is missing. `removed` names the places of markers that are no person ids.
 */
export function archiveLine(row: ArchivedRow, token: PersonToken): string {
  const document: Document = {
    payload: JSON.parse(row.payload_text),
    metadata: JSON.parse(row.metadata_text),
  };
  const leaves = [
    ...payloadLeaves(row.type, readStoredJson(row.payload_text)),
    ...metadataLeaves(readStoredJson(row.metadata_text)),
  ];
  const isPerson = leaves.some(
    (leaf) => leaf.fieldClass === "person-id" && leaf.text === JSON.stringify(row.correlation_id),
  );
  for (const leaf of leaves) replace(document, row.type, leaf, token);
  return JSON.stringify({
    position: row.position,
    block: Number(row.block),
    digest: row.digest,
    category: row.category,
    recordedAt: row.recorded_at.toISOString(),
    expiresOn: row.expires_text,
    schemaVersion: row.schema_version,
    depth: row.depth,
    removed: leaves.filter((leaf) => leaf.fieldClass !== "person-id").map((leaf) => leaf.pointer),
    event: {
      id: row.id,
      type: row.type,
      timestamp: row.timestamp.toISOString(),
      correlationId: isPerson ? token(row.correlation_id) : row.correlation_id,
      source: row.source,
      payload: document.payload,
      metadata: document.metadata,
    },
  });
}

interface Document {
  payload: unknown;
  metadata: unknown;
}

const markers = new Map(removableFields.map((field) => [`${field.type} ${field.path}`, field]));

function replace(document: Document, type: string, leaf: PersonalLeaf, token: PersonToken): void {
  const steps = leaf.pointer
    .slice(1)
    .split("/")
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const last = steps.pop();
  const holder = steps.reduce<unknown>(child, document);
  if (last === undefined || !isHolder(holder)) throw new Error(`nothing stands at ${leaf.pointer}`);
  if (leaf.fieldClass === "person-id") holder[last] = tokens(holder[last], token);
  else {
    const path = leaf.pointer.replaceAll(/\/\d+(?=\/|$)/g, "");
    const field = markers.get(`${type} ${path}`) ?? markers.get(`* ${path}`);
    const marker = field ? field.marker : plainMarker(holder[last]);
    if (marker === undefined) delete holder[last];
    else holder[last] = marker;
  }
}

function tokens(value: unknown, token: PersonToken): unknown {
  if (Array.isArray(value)) return value.map((one) => tokens(one, token));
  return typeof value === "string" ? token(value) : plainMarker(value);
}

type Holder = Record<string, unknown>;

function isHolder(value: unknown): value is Holder {
  return typeof value === "object" && value !== null;
}

function child(holder: unknown, step: string): unknown {
  return isHolder(holder) ? holder[step] : undefined;
}
