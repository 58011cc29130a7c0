import "server-only";
import { notFound } from "@/commands/errors";
import type { Tx } from "@/db/database";
import { type Sql, sql } from "@/db/sql";
import type { NeedCommand, NeedCommandOf } from "@/modules/kits/commands/needs";
import type { Kits } from "@/modules/kits/kits";
import type { NeedsOutside } from "@/modules/kits/needs/shapes";
import { lockKits } from "@/modules/kits/store/locks";
import {
  readComponents,
  readEvents,
  readKitAssignments,
  readStock,
  readUnits,
} from "@/modules/kits/store/read";
import {
  presentWindow,
  readActivities,
  readSaid,
  readTemplates,
  readUses,
  writtenWindow,
} from "@/modules/kits/store/read-needs";

/** What a command decides about. */
interface Scope {
  readonly eventIds: readonly string[];
  /** On `a`, the needs. */
  readonly needs: Sql;
  /** Beside the kits that are bound to those needs. */
  readonly unitIds: readonly string[];
  readonly activityIds: readonly string[];
  readonly templateIds: readonly string[];
}

/**
 * Locks the events and then the kits in question, so that two commands about one kit come one after the other. Which
 * kits are bound to the needs of an event changes under its lock alone, so they are looked up in between.
 */
export async function loadNeeds(
  tx: Tx,
  command: NeedCommand,
): Promise<{ readonly state: Kits; readonly outside: NeedsOutside }> {
  const scope = await scopeOf(tx, command);
  await lockKits(tx, { eventIds: scope.eventIds });
  const assignments = await readKitAssignments(tx, scope.needs);
  const bound = assignments.flatMap(({ kitInstanceId }) => (kitInstanceId === null ? [] : [kitInstanceId]));
  const unitIds = [...new Set([...bound, ...scope.unitIds])];
  await lockKits(tx, { unitIds });
  const units = await readUnits(tx, sql`u.id = ANY (${unitIds}::uuid[])`);
  const templateIds = assignments.map(({ kitTemplateId }) => kitTemplateId);
  const components = await readComponents(tx, [...new Set(templateIds)]);
  const eventIds = [...new Set([...scope.eventIds, ...assignments.map(({ eventId }) => eventId)])];
  return {
    state: {
      events: await readEvents(tx, eventIds),
      units,
      components,
      assignments,
      stock: await readStock(
        tx,
        components.map(({ id }) => id),
        unitIds,
      ),
    },
    outside: {
      templates: await readTemplates(tx, [...templateIds, ...scope.templateIds]),
      activities: await readActivities(tx, [
        ...scope.activityIds,
        ...(command.type === "releaseKits" ? assignments.map(({ activityId }) => activityId) : []),
      ]),
      uses: await readUses(tx, unitIds, command.type === "moveKits" ? presentWindow : writtenWindow),
      said:
        command.type === "checkKitNeeds"
          ? await readSaid(
              tx,
              assignments.map(({ id }) => id),
            )
          : [],
    },
  };
}

const nothing: Scope = { eventIds: [], needs: sql`false`, unitIds: [], activityIds: [], templateIds: [] };

/** Throws `NOT_FOUND` for what is not there. */
async function scopeOf(tx: Tx, command: NeedCommand): Promise<Scope> {
  switch (command.type) {
    case "assign":
    case "layOutKits":
      return ofActivity(tx, command);
    case "bind":
    case "cancelAssignment":
    case "resolveShortage":
      return ofNeed(tx, command);
    case "releaseKits":
    case "moveKits":
      return {
        ...nothing,
        eventIds: [command.eventId],
        needs: sql`a.event_id = ${command.eventId} AND a.status NOT IN ('returned', 'cancelled')`,
      };
    case "checkKitNeeds":
      return ofCheck(tx, command);
    default:
      return neverCommand(command);
  }
}

function neverCommand(command: never): never {
  throw new Error(`unknown kit command ${JSON.stringify(command)}`);
}

async function ofActivity(tx: Tx, command: NeedCommandOf<"assign" | "layOutKits">): Promise<Scope> {
  const { activityId } = command;
  const [activity] = await readActivities(tx, [activityId]);
  if (!activity) throw notFound("activity");
  const isLaidOut = command.type === "layOutKits";
  return {
    ...nothing,
    eventIds: [activity.eventId],
    needs: isLaidOut ? sql`a.activity_id = ${activityId}` : sql`false`,
    activityIds: [activityId],
    templateIds: isLaidOut ? activity.requiredKitTemplateIds : [command.kitTemplateId],
  };
}

async function ofNeed(
  tx: Tx,
  command: NeedCommandOf<"bind" | "cancelAssignment" | "resolveShortage">,
): Promise<Scope> {
  const [need] = await tx.query<{ event_id: string }>(sql`
    SELECT event_id FROM kit_assignment WHERE id = ${command.kitAssignmentId}`);
  if (!need) throw notFound("kit need");
  const unitIds = named(command);
  const found = await tx.query(sql`SELECT FROM kit_instance WHERE id = ANY (${[...unitIds]}::uuid[])`);
  if (found.length !== unitIds.length) throw notFound("kit");
  return {
    ...nothing,
    eventIds: [need.event_id],
    needs: sql`a.id = ${command.kitAssignmentId}`,
    unitIds,
  };
}

/** The kit that the caller chose. */
function named(command: NeedCommandOf<"bind" | "cancelAssignment" | "resolveShortage">): readonly string[] {
  if (command.type === "bind") return command.kitInstanceId === null ? [] : [command.kitInstanceId];
  if (command.type === "resolveShortage" && command.way.kind === "borrow") return [command.way.kitInstanceId];
  return [];
}

/** What the kits in question are still to serve, and whatever a fact has said to be short and is to be looked at again. */
async function ofCheck(tx: Tx, command: NeedCommandOf<"checkKitNeeds">): Promise<Scope> {
  const { kitInstanceIds, kitAssignmentIds, kitTemplateId } = command;
  const rows = await tx.query<{ id: string; event_id: string }>(sql`
    SELECT a.id, a.event_id FROM kit_assignment a
    WHERE (a.kit_instance_id = ANY (${kitInstanceIds}::uuid[]) AND a.status IN ('assigned', 'prepared')
        AND a.window_end > now())
      OR a.id = ANY (${kitAssignmentIds}::uuid[])
    UNION
    SELECT a.id, a.event_id FROM kit_shortage_said s JOIN kit_assignment a ON a.id = s.kit_assignment_id
    WHERE s.resolved_at IS NULL
      AND (a.kit_instance_id = ANY (${kitInstanceIds}::uuid[]) OR a.kit_template_id = ${kitTemplateId ?? null}::uuid)`);
  return {
    ...nothing,
    eventIds: [...new Set(rows.map(({ event_id }) => event_id))],
    needs: sql`a.id = ANY (${rows.map(({ id }) => id)}::uuid[])`,
  };
}
