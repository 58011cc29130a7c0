import "server-only";
import type { PersonActor } from "@/commands/actor";
import { notFound } from "@/commands/errors";
import type { Database } from "@/db/database";
import type {
  EventIssue,
  EventLife,
  Outcome,
  PreparationTask,
  ReadinessLoss,
} from "@/modules/event-instances/life/event-life";
import type { Needs } from "@/modules/event-instances/life/needs";
import { type LifeAbilities, lifeAbilities } from "@/modules/event-instances/life/policy";
import { type ReadinessItem, readinessItems } from "@/modules/event-instances/life/readiness";
import { tickedBy } from "@/modules/event-instances/life/tasks";
import type { EventAbilities } from "@/modules/event-instances/policy";
import { readNeedsOf } from "@/modules/event-instances/store/life/needs";
import { readEventLife } from "@/modules/event-instances/store/life/read";
import { type EventView, eventSelect, toEventViews } from "./row";
import { visibleTo } from "./scope";

/** One event with what its own page shows. A client sees date, state and outcome; the lists are empty for them. */
export interface EventDetail extends EventView {
  readonly version: number;
  readonly actualStart: string | null;
  readonly actualEnd: string | null;
  readonly outcome: Outcome | null;
  readonly followUps: readonly string[];
  readonly tasks: readonly TaskView[];
  readonly readiness: readonly ReadinessItem[];
  /** That it was ready, and why it is not any more. */
  readonly readinessLost: ReadinessLoss | null;
  readonly issues: readonly EventIssue[];
  readonly can: EventAbilities & LifeAbilities;
}

export interface TaskView extends PreparationTask {
  /** A fact ticks it; nobody does by hand. */
  readonly ticksItself: boolean;
}

/** Throws `NOT_FOUND` alike for one that is missing and one that the reader may not know of. */
export async function eventById(
  db: Pick<Database, "prisma" | "query" | "execute">,
  actor: PersonActor,
  eventId: string,
): Promise<EventDetail> {
  const scope = visibleTo(actor);
  const row = scope
    ? await db.prisma.eventInstance.findFirst({
        where: { AND: [scope, { id: eventId }] },
        select: eventSelect,
      })
    : null;
  if (!row) throw notFound("event");
  const [[view], life, needs] = await Promise.all([
    toEventViews(db, actor, [row]),
    readEventLife(db, eventId),
    readNeedsOf(db, eventId),
  ]);
  if (!view || !life) throw notFound("event");
  return toDetail(view, life, needs, actor);
}

function toDetail(view: EventView, life: EventLife, needs: Needs, actor: PersonActor): EventDetail {
  const { seeInternals } = view.can;
  return {
    ...view,
    version: life.version,
    actualStart: life.actualStart,
    actualEnd: life.actualEnd,
    // What the manager noted is the agency's own.
    outcome: life.outcome && (seeInternals ? life.outcome : { ...life.outcome, notes: "" }),
    followUps: seeInternals ? life.followUps : [],
    tasks: seeInternals ? life.tasks.map(toTask) : [],
    readiness: seeInternals ? readinessItems(life, needs) : [],
    readinessLost: seeInternals ? life.readinessLost : null,
    issues: seeInternals ? life.issues.filter(({ mergedInto }) => mergedInto === null) : [],
    can: { ...view.can, ...lifeAbilities(actor, life) },
  };
}

function toTask(task: PreparationTask): TaskView {
  return { ...task, ticksItself: tickedBy(task.kind) !== null };
}
