interface Told {
  readonly manager: { readonly name: string } | null;
  readonly client: readonly { readonly name: string }[];
}

/** Who is to hear of it, as the form has it. */
export interface ToldChoice {
  readonly team: boolean;
  readonly client: boolean;
}

/** The names of those who are told. */
export function toldNames({ manager, client }: Told, choice: ToldChoice): readonly string[] {
  return [
    ...(choice.team && manager ? [manager.name] : []),
    ...(choice.client ? client.map(({ name }) => name) : []),
  ];
}
