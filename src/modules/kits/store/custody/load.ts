import "server-only";
import type { DecisionContext } from "@/commands/decider";
import { conflict, notFound } from "@/commands/errors";
import { lockPhotos } from "@/commands/photos/rows";
import type { Tx } from "@/db/database";
import { sql } from "@/db/sql";
import type { CustodyCommand } from "@/modules/kits/custody/commands";
import type { CustodyOutside, KitCustody, KitIssue, KitPerson } from "@/modules/kits/custody/custody";
import type { KitAssignment } from "@/modules/kits/kits";
import { lockKits } from "@/modules/kits/store/locks";
import {
  readComponents,
  readEvents,
  readKitAssignments,
  readStock,
  readUnits,
} from "@/modules/kits/store/read";
import { isUuid } from "@/values/ids";

/**
 * Locks the events and the kits in question, then reads them with their parts and every other use of those kits. Throws
 * `NOT_FOUND` for a need, an issue or a kit that is not there, and a conflict when a need was bound to another kit
 * while it waited.
 */
export async function loadCustody(
  tx: Tx,
  command: CustodyCommand,
  { actor }: DecisionContext,
): Promise<{ readonly state: KitCustody; readonly outside: CustodyOutside }> {
  const issue = command.type === "resolveIssue" ? await readIssue(tx, command.issueId) : null;
  const needIds = issue === null ? namedNeeds(command) : [issue.kitAssignmentId];
  const seen = await readKitAssignments(tx, sql`a.id = ANY (${needIds}::uuid[])`);
  if (seen.length < needIds.length) throw notFound("kit");
  const unitIds = [...new Set([...seen.flatMap(boundTo), ...namedUnits(command, issue)])];
  await lockKits(tx, { eventIds: seen.map(({ eventId }) => eventId), unitIds });

  const assignments = await readKitAssignments(
    tx,
    sql`a.id = ANY (${needIds}::uuid[])
    OR (a.kit_instance_id = ANY (${unitIds}::uuid[]) AND a.status NOT IN ('returned', 'cancelled'))`,
  );
  const named = assignments.filter(({ id }) => needIds.includes(id));
  if (named.flatMap(boundTo).some((id) => !unitIds.includes(id))) {
    throw conflict("Another kit was chosen just now. Look at it again.");
  }
  const units = await readUnits(tx, sql`u.id = ANY (${unitIds}::uuid[])`);
  if (units.length < unitIds.length) throw notFound("kit");
  const templateIds = [...units, ...named].map(({ kitTemplateId }) => kitTemplateId);
  const components = await readComponents(tx, templateIds);
  const partIds = components.map(({ id }) => id);
  const activityIds = named.map(({ activityId }) => activityId);
  const personIds = [...units.map(({ custody }) => custody.holderId), ...namedPeople(command)];
  return {
    state: {
      events: await readEvents(
        tx,
        assignments.map(({ eventId }) => eventId),
      ),
      components,
      units,
      assignments,
      stock: await readStock(tx, partIds, unitIds),
      people: await readPeople(tx, personIds.filter(isUuid)),
      crew: actor.kind === "person" ? await readCrew(tx, activityIds, actor.id) : [],
      issue: issue && (await readIssue(tx, issue.id)),
    },
    outside: {
      photos: "photoIds" in command ? await lockPhotos(tx, command.photoIds) : [],
      followed: await readFollowed(tx, command),
    },
  };
}

function namedNeeds(command: CustodyCommand): string[] {
  if (command.type === "resolveIssue") return [];
  const further = command.type === "handOver" ? command.toKitAssignmentId : undefined;
  return [...new Set([command.kitAssignmentId, ...(further === undefined ? [] : [further])])];
}

function boundTo({ kitInstanceId }: KitAssignment): readonly string[] {
  return kitInstanceId === null ? [] : [kitInstanceId];
}

function namedUnits(command: CustodyCommand, issue: KitIssue | null): readonly string[] {
  switch (command.type) {
    case "swap":
      return [command.replacementInstanceId];
    case "followDamage":
      return [command.kitInstanceId];
    case "resolveIssue":
      return issue === null ? [] : [issue.kitInstanceId];
    default:
      return [];
  }
}

function namedPeople(command: CustodyCommand): readonly string[] {
  switch (command.type) {
    case "checkOut":
      return [command.holderId];
    case "handOver":
      return [command.toPersonId];
    case "return":
      return command.returnedBy === undefined ? [] : [command.returnedBy];
    default:
      return [];
  }
}

/** Throws `NOT_FOUND` also for an issue that is not about a kit. */
async function readIssue(tx: Tx, issueId: string): Promise<KitIssue> {
  const [issue] = await tx.query<KitIssue>(sql`
    SELECT i.id, i.kit_assignment_id AS "kitAssignmentId", i.kit_instance_id AS "kitInstanceId", i.status
    FROM event_issue i
    WHERE i.subject = 'kit' AND i.id = (SELECT coalesce(merged_into, id) FROM event_issue WHERE id = ${issueId})`);
  if (!issue) throw notFound("issue");
  return issue;
}

async function readPeople(tx: Tx, ids: readonly string[]): Promise<readonly KitPerson[]> {
  if (ids.length === 0) return [];
  return tx.query<KitPerson>(
    sql`SELECT id, name, role, active FROM person WHERE id = ANY (${[...ids]}::uuid[])`,
  );
}

/** Their rows belong to another subject and are only read. */
async function readCrew(tx: Tx, activityIds: readonly string[], userId: string): Promise<KitCustody["crew"]> {
  return tx.query<KitCustody["crew"][number]>(sql`
    SELECT DISTINCT activity_id AS "activityId", user_id AS "userId" FROM staff_assignment
    WHERE activity_id = ANY (${[...activityIds]}::uuid[]) AND user_id = ${userId}
      AND status IN ('accepted', 'checked_in', 'checked_out')`);
}

/** An issue in the same words' name at the same moment; the photos that were hung on the need at that moment. */
async function readFollowed(tx: Tx, command: CustodyCommand): Promise<CustodyOutside["followed"]> {
  if (command.type !== "followDamage") return { isReported: false, photoUrls: [] };
  const { kitAssignmentId, kitInstanceId, reportedAt } = command;
  const [reported] = await tx.query<{ id: string }>(sql`
    SELECT id FROM event_issue
    WHERE kit_assignment_id = ${kitAssignmentId} AND kit_instance_id = ${kitInstanceId}
      AND reported_at = ${reportedAt}::timestamptz LIMIT 1`);
  const photos = await tx.query<{ id: string }>(sql`
    SELECT id FROM photo
    WHERE record_id = ${kitAssignmentId} AND subject = 'kit' AND attached_at = ${reportedAt}::timestamptz
    ORDER BY created_at, id`);
  return { isReported: reported !== undefined, photoUrls: photos.map(({ id }) => `/photos/${id}`) };
}
