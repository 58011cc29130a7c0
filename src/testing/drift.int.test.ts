import { afterAll, beforeAll, expect, test } from "vitest";
import { withClient } from "@/launch/roles.mjs";
import { createTestDatabase, type TestDatabase } from "./database";
import { describeDrift, readSchemaFiles } from "./schema-engine";

/**
 * The engine sees tables, columns, types, nullability, keys and plain indexes. It is blind to check and exclusion
 * constraints, partial and expression indexes, triggers, grants and the leaves of partitions: tests that try to
 * break each one stand beside what they protect.
 */

/** Reached by raw statements only, so they have no model. */
const withoutModel = [
  "activity",
  "calendar_feed",
  "client_preference",
  "dispatcher_instance",
  "dispatcher_start",
  "event_archive",
  "event_attempt",
  "event_entry_seal",
  "event_expiry",
  "event_hold",
  "event_identity",
  "event_issue",
  "event_kit_standing",
  "event_personal_field",
  "event_reconcile",
  "event_redaction",
  "event_rollup",
  "event_seal",
  "event_seal_leaf",
  "event_staff_standing",
  "event_venue_standing",
  "event_verification",
  "kit_assignment",
  "kit_component",
  "kit_custody",
  "kit_instance",
  "kit_movement",
  "kit_shortage_said",
  "kit_stock",
  "location_confirmation",
  "monitoring_incident",
  "monitoring_state",
  "photo",
  "preparation_task",
  "preparation_template",
  "preparation_template_line",
  "runner_lease",
  "saved_view",
  "saved_view_default",
  "staff_assignment",
  "staff_exception",
  "staff_paper",
  "staff_plan",
  "staff_plan_seat",
  "staff_profile",
  "staff_skill",
  "staff_slot",
  "staff_standby",
];

/**
 * What the database holds and the models leave out on purpose: foreign keys to another subject's tables, which no
 * model call follows, and an index with an operator class.
 */
const deliberate = [
  'ALTER TABLE "event_instance" DROP CONSTRAINT "event_instance_client_id_fkey";',
  'ALTER TABLE "event_instance" DROP CONSTRAINT "event_instance_manager_id_fkey";',
  'ALTER TABLE "notification" DROP CONSTRAINT "notification_recipient_id_fkey";',
  'DROP INDEX "booking_title_idx";',
];

let testDatabase: TestDatabase;
let external: string[];

beforeAll(async () => {
  testDatabase = await createTestDatabase();
  external = await withClient(testDatabase.superuserUrl, async (client) => {
    const partitions = await client.query<{ name: string }>(
      "SELECT relname AS name FROM pg_class WHERE relispartition AND relkind = 'p'",
    );
    return [...withoutModel, ...partitions.rows.map((row) => row.name)].map((name) => `public.${name}`);
  });
});
afterAll(() => testDatabase.drop());

const drift = () => describeDrift(testDatabase.superuserUrl, readSchemaFiles(), external);

test("the models say what the migrations made", async () => {
  expect(await drift()).toEqual(deliberate);
});

test("a column, a type and an index that only one side has are seen", async () => {
  await withClient(testDatabase.ownerUrl, (owner) =>
    owner.query(`
      ALTER TABLE booking ADD COLUMN forgotten integer;
      ALTER TABLE booking_date ALTER COLUMN local_start TYPE varchar(20);
      ALTER TABLE location ALTER COLUMN city DROP NOT NULL;
      DROP INDEX booking_venue_location_idx`),
  );
  const seen = await drift();
  expect(seen.filter((statement) => !deliberate.includes(statement))).toEqual([
    'ALTER TABLE "booking" DROP COLUMN "forgotten";',
    'ALTER TABLE "booking_date" ALTER COLUMN "local_start" SET DATA TYPE TEXT;',
    'ALTER TABLE "location" ALTER COLUMN "city" SET NOT NULL;',
    'CREATE INDEX "booking_venue_location_idx" ON "booking_venue"("location_id");',
  ]);
});
