import { type Refusal, ruleViolated } from "@/commands/errors";
import { type Kits, type Missing, quantityAt, type Unit } from "@/modules/kits/kits";

/** What a kit can lend of what another lacks, or why it lends nothing. A kit that is out or gone has nothing to give. */
export function lentBy(
  state: Pick<Kits, "stock">,
  lender: Unit,
  missing: readonly Missing[],
): { readonly lines: readonly Missing[] } | { readonly refusal: Refusal } {
  const { code } = lender;
  if (lender.archivedAt !== null) {
    return { refusal: ruleViolated("kit_retired", `${code} was retired. Borrow from another kit.`) };
  }
  if (lender.custody.holderId !== null) {
    return { refusal: ruleViolated("kit_still_out", `${code} is out. Borrow from a kit that lies at home.`) };
  }
  const lines = missing
    .map(({ componentId, quantity }) => ({
      componentId,
      quantity: Math.min(quantity, quantityAt(state, componentId, { kitInstanceId: lender.id })),
    }))
    .filter(({ quantity }) => quantity > 0);
  return lines.length > 0
    ? { lines }
    : {
        refusal: ruleViolated(
          "nothing_to_lend",
          `${code} has nothing of what is missing. Choose another way.`,
        ),
      };
}
