/**
 * Runs one after the other; one that fails keeps no other from its turn. Resolves to how many there were. Throws an
 * `AggregateError` once all had their turn, where `failed` says what the number of them did not: "offers did not run out".
 */
export async function eachInTurn<Item>(
  items: readonly Item[],
  run: (item: Item) => Promise<unknown>,
  failed: string,
): Promise<number> {
  const failures: unknown[] = [];
  for (const item of items) await run(item).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, `${failures.length} ${failed}`);
  return items.length;
}
