import type * as z from "zod";

/**
 * What a payload field may say about a person, and so who may read it and how it can be taken out.
 * `business` is everything that says nothing about a person; all others are personal.
 */
export type FieldClass =
  | "business"
  | "person-id"
  | "free-text"
  | "contact"
  | "access"
  | "position"
  | "pay"
  | "conduct"
  | "image";

/**
 * One class per leaf of a payload. Lists are described by their elements, open records (metrics) by one
 * class, and optional fields need a class as well, so that a field without one does not compile.
 */
export type FieldClasses<P> = P extends readonly (infer Element)[]
  ? FieldClasses<Element>
  : P extends object
    ? string extends keyof P
      ? FieldClass
      : { readonly [K in keyof P]-?: FieldClasses<Exclude<P[K], undefined>> }
    : FieldClass;

/** `<subject>.<command>` or `<handler>.<reaction>`. */
export type Source = `${string}.${string}`;

interface Declaration<S extends z.ZodType> {
  readonly schema: S;
  readonly meaning: string;
  readonly sources: readonly [Source, ...Source[]];
  readonly classes: FieldClasses<z.output<S>>;
  /** A payload with every optional field present. */
  readonly example: z.output<S>;
}

interface Declared<S extends z.ZodType> extends Declaration<S> {
  readonly extension: boolean;
  /** The current schema version; raising it needs an upcaster from the version before. */
  readonly version: number;
}

/** A type that the event schema names. */
export function seed<const S extends z.ZodType>(declaration: Declaration<S>): Declared<S> {
  return { ...declaration, extension: false, version: 1 };
}

/** A type that the event schema does not name, from the closed list of extensions. */
export function extension<const S extends z.ZodType>(declaration: Declaration<S>): Declared<S> {
  return { ...declaration, extension: true, version: 1 };
}

/** Gives every declaration of one category its type (the key) and its category. */
export function inCategory<const C extends string, const D extends Record<string, object>>(
  category: C,
  declared: D,
): { readonly [T in keyof D]: D[T] & { readonly type: T; readonly category: C } };
export function inCategory(category: string, declared: Record<string, object>): Record<string, object> {
  return Object.fromEntries(
    Object.entries(declared).map(([type, definition]) => [type, { ...definition, type, category }]),
  );
}
