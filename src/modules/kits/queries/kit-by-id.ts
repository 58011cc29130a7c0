import "server-only";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import type { Condition } from "@/modules/kits/inputs";
import type { UnitStatus } from "@/modules/kits/kits";
import { type KitAbilities, kitAbilities } from "@/modules/kits/policy/units";
import {
  type KitCustodyLink,
  type KitLoan,
  type KitUse,
  readCustody,
  readLoans,
  readUses,
} from "./kit-history";
import { type KitPart, readKitParts } from "./kit-parts";

/** All that the warehouse knows of a kit. Instants are ISO 8601 UTC. */
export interface KitView {
  readonly id: string;
  readonly version: number;
  readonly kitTemplateId: string;
  readonly templateName: string;
  readonly code: string;
  readonly home: string;
  readonly notes: string;
  readonly status: UnitStatus;
  readonly condition: Condition;
  readonly holderName: string | null;
  readonly expectedReturn: string | null;
  readonly isOverdue: boolean;
  readonly awaitingInspectionSince: string | null;
  readonly quarantine: { readonly since: string; readonly reason: string } | null;
  readonly notSeenSince: string | null;
  readonly parts: readonly KitPart[];
  readonly loans: readonly KitLoan[];
  readonly custody: readonly KitCustodyLink[];
  readonly uses: readonly KitUse[];
  readonly can: KitAbilities;
}

interface Row {
  readonly id: string;
  readonly version: number;
  readonly kitTemplateId: string;
  readonly templateName: string;
  readonly code: string;
  readonly home: string;
  readonly notes: string;
  readonly status: UnitStatus;
  readonly condition: Condition;
  readonly holderName: string | null;
  readonly expectedReturn: Date | null;
  readonly isOverdue: boolean;
  readonly awaitingInspectionSince: Date | null;
  readonly quarantinedAt: Date | null;
  readonly quarantineReason: string | null;
  readonly notSeenSince: Date | null;
}

/** Throws `NOT_FOUND`. */
export async function kitById(db: Queryable, kitInstanceId: string): Promise<KitView> {
  const [[row], parts, loans, custody, uses] = await Promise.all([
    readKit(db, kitInstanceId),
    readKitParts(db, kitInstanceId),
    readLoans(db, kitInstanceId),
    readCustody(db, kitInstanceId),
    readUses(db, kitInstanceId),
  ]);
  if (!row) throw notFound("kit");
  const { quarantinedAt, quarantineReason, ...kit } = row;
  return {
    ...kit,
    expectedReturn: row.expectedReturn?.toISOString() ?? null,
    awaitingInspectionSince: row.awaitingInspectionSince?.toISOString() ?? null,
    quarantine:
      quarantinedAt === null || quarantineReason === null
        ? null
        : { since: quarantinedAt.toISOString(), reason: quarantineReason },
    notSeenSince: row.notSeenSince?.toISOString() ?? null,
    parts,
    loans,
    custody,
    uses,
    can: kitAbilities({
      isRetired: row.status === "retired",
      isOut: row.holderName !== null,
      isQuarantined: quarantinedAt !== null,
      isBound: uses.some(({ isAhead }) => isAhead),
    }),
  };
}

function readKit(db: Queryable, kitInstanceId: string): Promise<Row[]> {
  return db.query<Row>(sql`
    SELECT u.id, u.version, u.kit_template_id AS "kitTemplateId", t.name AS "templateName", u.code, u.home, u.notes,
      u.status, u.condition, p.name AS "holderName", a.expected_return AS "expectedReturn",
      a.expected_return IS NOT NULL AND a.expected_return < now() AS "isOverdue",
      u.awaiting_inspection_since AS "awaitingInspectionSince", u.quarantined_at AS "quarantinedAt",
      u.quarantine_reason AS "quarantineReason", u.not_seen_since AS "notSeenSince"
    FROM kit_unit u
    JOIN kit_template t ON t.id = u.kit_template_id
    LEFT JOIN person p ON p.id = u.holder_id
    LEFT JOIN kit_assignment a ON a.id = u.held_for_assignment_id
    WHERE u.id = ${kitInstanceId}`);
}

/** What a scanned or typed label turns out to be. */
export interface KitOfCode {
  readonly kitInstanceId: string;
  readonly code: string;
  readonly templateName: string;
  readonly home: string;
  readonly holderName: string | null;
  readonly isRetired: boolean;
}

/** Throws `NOT_FOUND` for a code that no kit has. */
export async function kitByCode(db: Queryable, code: string): Promise<KitOfCode> {
  const [kit] = await db.query<KitOfCode>(sql`
    SELECT i.id AS "kitInstanceId", i.code, t.name AS "templateName", i.home, p.name AS "holderName",
      i.archived_at IS NOT NULL AS "isRetired"
    FROM kit_instance i
    JOIN kit_template t ON t.id = i.kit_template_id
    LEFT JOIN kit_custody c ON c.kit_instance_id = i.id AND c.until_at IS NULL
    LEFT JOIN person p ON p.id = c.holder_id
    WHERE i.code = ${code}`);
  if (!kit) throw notFound("kit");
  return kit;
}

/** Where kits that are in use have their homes, by name. */
export async function kitPlaces(
  db: Queryable,
): Promise<readonly { readonly place: string; readonly kits: number }[]> {
  return db.query<{ place: string; kits: number }>(sql`
    SELECT home AS place, count(*)::integer AS kits FROM kit_instance
    WHERE archived_at IS NULL AND home <> '' GROUP BY home ORDER BY home`);
}
