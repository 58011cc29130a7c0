import { actorId } from "@/commands/actor";
import type { DecisionContext } from "@/commands/decider";
import { ruleViolated } from "@/commands/errors";
import { type Fact, fact } from "@/domain-events/catalog/fact";
import type { TestCommand } from "@/modules/operations/commands";

/** What the log of a real agency holds has happened (decision 0016). */
export function decideTest(
  { isProduction }: TestCommand,
  _state: { readonly isKnown: true },
  _outside: undefined,
  context: DecisionContext,
): readonly Fact[] {
  if (isProduction) {
    throw ruleViolated(
      "test_in_production",
      "Test entries are not sent in production. Use a demo installation.",
    );
  }
  return [fact("LOG_TEST_SENT", { sentBy: actorId(context.actor), sentAt: context.now })];
}
