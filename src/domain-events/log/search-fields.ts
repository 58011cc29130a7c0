import { type Sql, sql } from "@/db/sql";
import {
  categoriesWithField,
  type FieldValue,
  type SearchableField,
} from "@/domain-events/catalog/searchable-fields";

/** Letter for letter the expressions of the indexes, which a parameter in the path would not match. */
const expressions: Readonly<Record<SearchableField, Sql>> = {
  severity: sql`(l.payload #>> '{severity}')`,
  issueType: sql`(l.payload #>> '{issueType}')`,
  impactLevel: sql`(l.payload #>> '{impactLevel}')`,
  needsImmediate: sql`(l.payload #>> '{needsImmediate}')`,
  condition: sql`(l.payload #>> '{condition}')`,
  "outcomes.metExpectations": sql`(l.payload #>> '{outcomes,metExpectations}')`,
  needsReapproval: sql`(l.payload #>> '{needsReapproval}')`,
  role: sql`(l.payload #>> '{role}')`,
  activityType: sql`(l.payload #>> '{activityType}')`,
  taskId: sql`(l.payload #>> '{taskId}')`,
  recordType: sql`(l.payload #>> '{recordType}')`,
  handler: sql`(l.payload #>> '{handler}')`,
};

/** Facts whose payload holds this value; only the categories that know the field are looked at, and indexed. */
export function hasValue({ name, value }: FieldValue): Sql {
  return sql`l.category = ANY (${categoriesWithField(name)}::text[]) AND ${expressions[name]} = ${value}`;
}
