import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Queryable } from "@/db/database";
import { sql } from "@/db/sql";
import {
  type KitAssignment,
  missingIn,
  quantityAt,
  type Unit,
  type UnitStatus,
  unitStatus,
} from "@/modules/kits/kits";
import { bindRefusal } from "@/modules/kits/needs/free";
import { lentBy } from "@/modules/kits/needs/lend";
import { eventCode, isAhead, type NeedGrounds } from "@/modules/kits/needs/shapes";
import { inWords } from "@/modules/kits/needs/shortage";
import { type NeedAbilities, needAbilities } from "@/modules/kits/policy/needs";
import { readKitAssignments, readUnits } from "@/modules/kits/store/read";
import { readTemplates } from "@/modules/kits/store/read-needs";
import {
  type NamedQuantity,
  readGrounds,
  type ShortageView,
  toShortageView,
  withNames,
} from "./need-grounds";
import { eventForRunner } from "./reader";

/** A kit of the template that is needed. */
export interface KitChoice {
  readonly id: string;
  readonly code: string;
  readonly home: string;
  readonly status: UnitStatus;
  readonly isBound: boolean;
  /** What it lacks of its template, in words; null where it is whole. */
  readonly lacks: string | null;
  /** Why it cannot be bound; null where it can. */
  readonly refusal: { readonly rule: string | null; readonly message: string } | null;
}

/** What another kit can give of what is missing, and who would miss it there. */
export interface Lender {
  readonly kitInstanceId: string;
  readonly code: string;
  readonly lines: readonly NamedQuantity[];
  /** Its next use, at whichever event: "EV-221 Autumn tour". */
  readonly nextUse: string | null;
}

/** Everything that can be done about one need. */
export interface KitWays {
  readonly kitAssignmentId: string;
  readonly eventId: string;
  readonly version: number;
  readonly templateName: string;
  readonly shortage: ShortageView | null;
  /** Those that can be bound first, whole ones before others. */
  readonly kits: readonly KitChoice[];
  /** Of each part that is missing, how many there are in the spares. */
  readonly spares: readonly (NamedQuantity & { readonly available: number })[];
  readonly lenders: readonly Lender[];
  readonly can: NeedAbilities & { readonly borrow: boolean };
}

/** By the rules that the commands carry out. A constant number of statements. */
export async function kitWays(db: Queryable, actor: PersonActor, kitAssignmentId: string): Promise<KitWays> {
  const [need] = await readKitAssignments(db, sql`a.id = ${kitAssignmentId}`);
  if (!need) throw notFound("kit need");
  const event = await eventForRunner(db, actor, need.eventId);
  const units = await readUnits(
    db,
    sql`u.kit_template_id = ${need.kitTemplateId} AND (u.archived_at IS NULL OR u.id = ${need.kitInstanceId})`,
  );
  const [grounds, [template]] = await Promise.all([
    readGrounds(
      db,
      [need],
      units.map(({ id }) => id),
    ),
    readTemplates(db, [need.kitTemplateId]),
  ]);
  const shortage = toShortageView(need, grounds);
  const canBeFilled = shortage !== null && !shortage.isWhole;
  const can = needAbilities(need, event, canBeFilled);
  return {
    kitAssignmentId,
    eventId: need.eventId,
    version: need.version,
    templateName: template?.name ?? "",
    shortage,
    kits: units
      .filter(({ archivedAt }) => archivedAt === null)
      .map((unit) => toChoice(unit, need, grounds))
      .sort((one, other) => rank(one) - rank(other) || one.code.localeCompare(other.code)),
    spares: (canBeFilled ? shortage.missing : []).map((line) => ({
      ...line,
      available: quantityAt(grounds.state, line.componentId, "spares"),
    })),
    lenders: canBeFilled ? lendersFor(shortage, need, grounds) : [],
    can: { ...can, borrow: can.resolve && actor.role === "admin" },
  };
}

function toChoice(unit: Unit, need: KitAssignment, grounds: NeedGrounds): KitChoice {
  const missing = missingIn(grounds.state, unit);
  const refusal = bindRefusal(need, unit, grounds);
  return {
    id: unit.id,
    code: unit.code,
    home: unit.home,
    status: unitStatus(unit, missing),
    isBound: unit.id === need.kitInstanceId,
    lacks: missing.length === 0 ? null : inWords(missing, grounds.state.components),
    refusal: refusal && { rule: refusal.details.rule ?? null, message: refusal.message },
  };
}

function rank({ refusal, lacks, isBound }: KitChoice): number {
  if (isBound) return 0;
  if (refusal !== null) return 3;
  return lacks === null ? 1 : 2;
}

function lendersFor(shortage: ShortageView, need: KitAssignment, grounds: NeedGrounds): readonly Lender[] {
  return grounds.state.units.flatMap((unit): readonly Lender[] => {
    if (unit.id === need.kitInstanceId) return [];
    const lent = lentBy(grounds.state, unit, shortage.missing);
    if ("refusal" in lent) return [];
    const next = grounds.uses.find(
      (use) => use.kitInstanceId === unit.id && isAhead(use) && use.windowEnd > grounds.now,
    );
    return [
      {
        kitInstanceId: unit.id,
        code: unit.code,
        lines: withNames(lent.lines, grounds.state.components),
        nextUse: next ? `${eventCode(next)} ${next.title}` : null,
      },
    ];
  });
}
