/** What a query's `refetch` brought; null when no answer came and the data is what was there before. */
export function freshData<Data>(result: { data: Data | undefined; isError: boolean }): Data | null {
  return result.isError ? null : (result.data ?? null);
}
