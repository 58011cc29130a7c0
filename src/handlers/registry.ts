import type { DomainEvent } from "@/domain-events/catalog/catalog";
import type { Handler, HandlerContext } from "@/domain-events/dispatch/handler";
import { type HandlerName, type HeardBy, hears } from "@/domain-events/routing";
import { notify } from "./notification/notification";
import { purgeMessages } from "./notification/purge-messages";
import { report } from "./reporting/reporting";
import { follow } from "./workflow/workflow";

/** What each handler does with the types that `routing.ts` sends it: a route without one does not compile. */
type Reactions = {
  readonly [H in HandlerName]: (event: DomainEvent<HeardBy<H>>, context: HandlerContext) => Promise<void>;
};

/** The handlers of the house, for the dispatcher. `mail`: messages leave as mail too. */
export function buildHandlers(options: { readonly mail: boolean }): readonly Handler[] {
  const reactions: Reactions = {
    notification: (event, context) => notify(event, context, options),
    workflow: follow,
    reporting: (event, context) => report([event], context),
  };
  return [
    { ...named("notification", reactions.notification), purge: (db) => purgeMessages(db) },
    named("workflow", reactions.workflow),
    { ...named("reporting", reactions.reporting), handleMany: report },
  ];
}

/** A delivery from before the routes changed is settled without effect. */
function named<H extends HandlerName>(name: H, react: Reactions[H]): Handler {
  return {
    name,
    handle: async (event, context) => {
      if (isHeardBy(name, event)) await react(event, context);
    },
  };
}

function isHeardBy<H extends HandlerName>(name: H, event: DomainEvent): event is DomainEvent<HeardBy<H>> {
  return hears(name, event.type);
}
