import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { attachedUrls } from "@/commands/photos/usable";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { CustodyCommandOf } from "@/modules/kits/custody/commands";
import { type CustodyOutside, type KitCustody, needOf } from "@/modules/kits/custody/custody";
import { named } from "@/modules/kits/custody/facts";
import { inState, kitInHand } from "@/modules/kits/custody/guards";
import { type KitAssignment, type Unit, unitOf } from "@/modules/kits/kits";

/**
 * A problem with a kit; its row follows from the fact and bears the fact's id (decision 0018). What is badly broken is
 * out of use at once.
 */
export function decideReportIssue(
  command: CustodyCommandOf<"reportIssue">,
  state: KitCustody,
  { photos }: Pick<CustodyOutside, "photos">,
  context: DecisionContext,
): readonly Fact[] {
  const { actor, now } = context;
  const assignment = needOf(state, command);
  inState(state, assignment, ["assigned", "prepared", "checked_out", "partly_returned", "returned"]);
  const unit = kitInHand(state, assignment, undefined);
  const photoUrls = attachedUrls(command.photoIds, photos, { actor, recordId: assignment.id });
  const { issueType, description, impactLevel, needsImmediate } = command;
  return [
    fact("KIT_ISSUE_REPORTED", {
      ...named(assignment, unit),
      reportedBy: actorId(actor),
      reportedAt: now,
      issueType,
      description,
      impactLevel,
      photoUrls: photoUrls.length > 0 ? photoUrls : undefined,
      needsImmediate,
    }),
    ...(isBadlyBroken(command) ? quarantined(assignment, unit, description, context) : []),
  ];
}

function isBadlyBroken({ issueType, impactLevel }: CustodyCommandOf<"reportIssue">): boolean {
  return impactLevel === "major" && (issueType === "damaged" || issueType === "quality");
}

/** Settles an issue with the condition that was found; whoever comes second finds it done. */
export function decideResolveIssue(
  command: CustodyCommandOf<"resolveIssue">,
  state: KitCustody,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  const { issue } = state;
  if (issue === null || issue.status === "resolved") return [];
  return [
    fact("KIT_ISSUE_RESOLVED", {
      ...named(needOf(state, command), { id: issue.kitInstanceId }),
      issueId: issue.id,
      resolvedBy: actorId(actor),
      resolvedAt: now,
      condition: command.condition,
      notes: command.notes,
    }),
  ];
}

/**
 * What came back missing or damaged, or was swapped for being broken, is an issue in the name of whoever said so; with
 * severe damage the kit is out of use until it is inspected (domain.md rule 41). Nothing when that was said already.
 */
export function decideFollowDamage(
  command: CustodyCommandOf<"followDamage">,
  state: KitCustody,
  { followed }: Pick<CustodyOutside, "followed">,
  context: DecisionContext,
): readonly Fact[] {
  if (followed.isReported) return [];
  const assignment = needOf(state, command);
  const unit = unitOf(state, command.kitInstanceId);
  const isBroken = command.condition === "damaged" || command.damaged.some(isSevere);
  const description = damageInWords(command, state);
  return [
    fact("KIT_ISSUE_REPORTED", {
      ...named(assignment, unit),
      reportedBy: command.reportedBy,
      reportedAt: command.reportedAt,
      issueType: command.damaged.length > 0 || isBroken ? "damaged" : "missing",
      description,
      impactLevel: isBroken ? "major" : command.damaged.some(isModerate) ? "moderate" : "minor",
      photoUrls: followed.photoUrls.length > 0 ? followed.photoUrls : undefined,
      needsImmediate: false,
    }),
    ...(isBroken ? quarantined(assignment, unit, description, context) : []),
  ];
}

/** Out of use until it is inspected; nothing to say of a kit that is already. */
function quarantined(
  assignment: KitAssignment,
  unit: Unit,
  reason: string,
  { actor, now }: DecisionContext,
): readonly Fact[] {
  if (unit.quarantine !== null) return [];
  return [
    fact("KIT_QUARANTINED", {
      ...named(assignment, unit),
      quarantinedBy: actorId(actor),
      quarantinedAt: now,
      reason,
    }),
  ];
}

type Damage = CustodyCommandOf<"followDamage">["damaged"][number];

function isSevere({ severity }: Damage): boolean {
  return severity === "severe";
}

function isModerate({ severity }: Damage): boolean {
  return severity === "moderate";
}

/** "Missing: Thermos. Burner: does not light." */
function damageInWords(
  { missing, damaged, words }: CustodyCommandOf<"followDamage">,
  { components }: KitCustody,
): string {
  const nameOfPart = (id: string) => components.find((one) => one.id === id)?.name ?? "A part";
  const sentences = [
    ...(missing.length > 0 ? [`Missing: ${missing.map(nameOfPart).join(", ")}.`] : []),
    ...damaged.map(({ id, description }) => `${nameOfPart(id)}: ${description}`),
    ...(words === "" ? [] : [words]),
  ];
  return sentences.join(" ").slice(0, DESCRIPTION_MAX);
}

const DESCRIPTION_MAX = 2000;
