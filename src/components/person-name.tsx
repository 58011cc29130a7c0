const roleWords = {
  admin: "agency admin",
  field_manager: "field manager",
  brand_agent: "brand agent",
  client: "client contact",
  system: "Muster",
} as const;

export interface PersonNameProps {
  /** Null where the viewer may not see the name. */
  name: string | null;
  role: keyof typeof roleWords;
  /** The person's data was erased on request. */
  isErased?: boolean;
}

/** A person by display name for those who may see it, else by role; "former team member" after erasure. */
export function PersonName({ name, role, isErased = false }: PersonNameProps) {
  if (isErased) return <span className="text-muted">former team member</span>;
  if (name === null) return <span className="text-muted">{roleWords[role]}</span>;
  return <span>{name}</span>;
}
