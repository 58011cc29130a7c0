import type { Actor } from "@/commands/actor";
import type { PolicyAnswer } from "@/commands/decider";
import type { BookingCommand } from "./commands";
import type { BookingStatus } from "./inputs";
import { canMove, type Move } from "./moves";

/** What the policy looks at; a whole booking fits, and so does a row of a list. */
export type BookingParty =
  | { readonly exists: false; readonly clientId: string | null }
  | {
      readonly exists: true;
      readonly clientId: string;
      readonly createdBy: string;
      readonly submittedBy: string | null;
      /** Who changed what it asks for since it was last approved whole. */
      readonly changedBy: readonly string[];
    };

const DECISIONS: ReadonlySet<BookingCommand["type"]> = new Set(["approve", "reject", "requestChanges"]);

/** Who may issue which command on which booking (domain.md "People", security.md S-2 and S-11). */
export function bookingPolicy(
  actor: Actor,
  command: Pick<BookingCommand, "type">,
  state: BookingParty,
): PolicyAnswer {
  if (actor.kind === "system") return "deny";
  switch (actor.role) {
    case "admin":
      return adminMay(actor, command, state);
    case "client":
      if (state.clientId !== actor.clientId) return "not-found";
      return DECISIONS.has(command.type) || command.type === "import" ? "deny" : "allow";
    case "manager":
    case "agent":
      return state.exists || command.type === "duplicate" ? "not-found" : "deny";
    default:
      return neverRole(actor.role);
  }
}

function neverRole(role: never): never {
  throw new Error(`unknown role ${String(role)}`);
}

function adminMay(
  actor: { readonly id: string; readonly clientId: string | null },
  command: Pick<BookingCommand, "type">,
  state: BookingParty,
): PolicyAnswer {
  if (!DECISIONS.has(command.type) || !state.exists) return "allow";
  const own = actor.id === state.submittedBy || actor.id === state.createdBy;
  if (own || actor.clientId === state.clientId) {
    return { deny: "You made this request yourself. Another admin has to decide it." };
  }
  return state.changedBy.includes(actor.id)
    ? { deny: "You changed what this booking asks for. Another admin has to decide it." }
    : "allow";
}

/** What the reader may do with a booking now; sent with the record, so that no screen has to guess. */
export type BookingAbilities = Readonly<Record<Move, boolean>>;

/** The same policy and the same table of moves that `decide` asks. */
export function bookingAbilities(
  actor: Actor,
  booking: Extract<BookingParty, { exists: true }> & {
    readonly status: BookingStatus;
    readonly allowResubmission: boolean | null;
  },
): BookingAbilities {
  const can = (move: Move) =>
    bookingPolicy(actor, { type: move }, booking) === "allow" && canMove(move, booking);
  return {
    update: can("update"),
    submit: can("submit"),
    approve: can("approve"),
    reject: can("reject"),
    requestChanges: can("requestChanges"),
    cancel: can("cancel"),
    duplicate: can("duplicate"),
  };
}
