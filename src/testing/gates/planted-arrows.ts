/** The table of import directions as planted files: what each folder may not import, and what it may. */

interface ForbiddenArrows {
  readonly from: string;
  /** Specifier → part of the sentence the reader must be told. */
  readonly to: Readonly<Record<string, string>>;
}

interface AllowedArrows {
  readonly from: string;
  readonly to: readonly string[];
  readonly types?: readonly string[];
}

const upwards = "Screens stand on top";
const edgeAbove = "stand above the rules";
const rows = "Rows and settings are for";
const pureOnly = "A pure file imports zod";
const catalog = "never how the log is kept";
const asks = "it does not ask";
const climbs = "Write ./sibling or @/…";

const adminPage = "src/app/admin/bookings/[bookingId]/_components/approve-booking-form.tsx";

export const forbiddenArrows: readonly ForbiddenArrows[] = [
  {
    from: adminPage,
    to: {
      "@/server/context": edgeAbove,
      "@/db/database": rows,
      "@/env": rows,
      "@/commands/run-command": "behind the server edge",
      "@/modules/bookings/policy": "Screens take a subject's inputs",
      "@/modules/bookings/queries": "Screens take a subject's inputs",
      "@/domain-events/log/append": "Screens take the catalog",
      "@/app/field/today": "The admin screens import no other audience",
      "@/values/venue-time": "Heavy or server-only values",
      "@/testing/builders": "test support",
      "@prisma/client": "wired up in src/db",
      "node:fs": "no Node built-ins",
      "../booking-sheet": climbs,
      "../../../booking-sheet": climbs,
      pg: "Connections are opened in",
      "temporal-polyfill": "Zoned time is worked out",
      "rrule-temporal": "Recurrence is expanded",
      "next/link": "Links are PageLink",
    },
  },
  { from: "src/app/field/page.tsx", to: { "@/app/agent/shifts": "The field screens import no other" } },
  { from: "src/app/agent/page.tsx", to: { "@/app/client/page": "The agent screens import no other" } },
  { from: "src/app/client/page.tsx", to: { "@/app/log/page": "The client screens import no other" } },
  { from: "src/app/log/page.tsx", to: { "@/app/admin/page": "The log screens import no other" } },
  {
    from: "src/app/(auth)/sign-in/page.tsx",
    to: { "@/app/admin/page": "The (auth) screens import no other" },
  },
  { from: "src/app/layout.tsx", to: { "./admin/shell": "imports no audience", "@/server/start": edgeAbove } },
  {
    from: "src/app/api/trpc/[trpc]/route.ts",
    to: {
      "@/db/database": rows,
      "@/modules/bookings/module": "Subjects hold",
      "@/handlers/registry": "may not import",
    },
  },
  { from: "src/app/photos/[photoId]/route.ts", to: { "@/db/database": rows } },
  {
    from: "src/proxy.ts",
    to: { "@/commands/actor": "behind the server edge", "./db/database": "names folders with @/" },
  },
  { from: "src/instrumentation.ts", to: { "@/domain-events/dispatch/dispatcher": "written by commands" } },
  {
    from: "src/components/booking-timeline.tsx",
    to: {
      "@/app/admin/page": upwards,
      "@/server/router": edgeAbove,
      "@/modules/bookings/booking": "Screens take",
    },
  },
  {
    from: "src/components/ui/button.tsx",
    to: {
      "@/trpc/client": upwards,
      "@/components/booking-timeline": "Primitives build on",
      "@/modules/bookings/inputs": "Subjects",
    },
  },
  {
    from: "src/trpc/client.tsx",
    to: {
      "@/server/router": "import type",
      "@/server/context": "knows the type of the router",
      "@/modules/bookings/store": "Screens take",
    },
  },
  { from: "src/trpc/server.tsx", to: { "@/db/database": rows, "@/app/admin/page": upwards } },
  {
    from: "src/server/context.ts",
    to: { "@/app/admin/page": upwards, "@/trpc/server": upwards, "@/components/x": upwards },
  },
  {
    from: "src/server/routers/bookings.ts",
    to: {
      "@/modules/bookings/decide": "table of contents",
      "@/modules/bookings/policy": "table of contents",
      "@/modules/bookings/store": "table of contents",
      "@/db/database": "touches no rows",
    },
  },
  {
    from: "src/handlers/notification/deliver.ts",
    to: {
      "@/handlers/workflow/workflow": "knows no other handler",
      "@/modules/bookings/store": "the rest is the subject's own",
      "@/modules/bookings/decide": "the rest is the subject's own",
      "@/server/context": "may not import @/server",
    },
  },
  {
    from: "src/handlers/workflow/workflow.ts",
    to: { "@/handlers/reporting/reporting": "knows no other handler" },
  },
  {
    from: "src/handlers/reporting/reports/booking-decisions.ts",
    to: { "@/handlers/notification/recipients": "knows no other" },
  },
  {
    from: "src/handlers/notification/messages/bookings.ts",
    to: {
      "@/db/database": rows,
      "@/modules/bookings/queries": "Subjects hold",
      "@/commands/run-command": "does not run any",
      "@/domain-events/log/read": catalog,
      nodemailer: pureOnly,
      "node:crypto": pureOnly,
    },
  },
  {
    from: "src/handlers/workflow/reactions/bookings.ts",
    to: {
      "@/modules/event-instances/inputs": "import type",
      "@/modules/event-instances/module": "by the types of their inputs",
      "@/db/database": rows,
      "@/commands/run-command": "does not run any",
      "node:https": pureOnly,
    },
  },
  ...["decide.ts", "decide/approve-booking.ts", "policy.ts", "inputs.ts", "booking.ts"].map((file) => ({
    from: `src/modules/bookings/${file}`,
    to: {
      "@/db/database": rows,
      "@/generated/prisma/client": rows,
      "@/env": rows,
      "@/server/context": edgeAbove,
      "@/modules/staffing/staffing": "The subject bookings imports no other subject",
      "@/modules/bookings/store": asks,
      "./store": asks,
      "./queries": asks,
      "./module": asks,
      "@/commands/run-command": "does not run any",
      "@/domain-events/log/append": catalog,
      "node:crypto": pureOnly,
      pg: pureOnly,
      "better-auth": pureOnly,
    },
  })),
  ...["store.ts", "queries.ts", "queries/previews.ts", "module.ts"].map((file) => ({
    from: `src/modules/kits/${file}`,
    to: {
      "@/modules/directory/store/save": "The subject kits imports no other subject",
      "@/domain-events/log/append": catalog,
      "@/handlers/registry": edgeAbove,
      "@/env": rows,
      pg: "Connections are opened in",
    },
  })),
  ...["event-instances", "activities", "staffing", "locations", "directory", "operations"].map((subject) => ({
    from: `src/modules/${subject}/decide.ts`,
    to: {
      "@/modules/bookings/decide": `The subject ${subject} imports no other subject`,
      "@/db/database": rows,
    },
  })),
  {
    from: "src/commands/run-command.ts",
    to: {
      "@/modules/bookings/module": "machinery knows none",
      "@/server/context": edgeAbove,
      "@/handlers/registry": edgeAbove,
    },
  },
  {
    from: "src/commands/errors.ts",
    to: { "@/db/database": "load no code", "@/commands/run-command": "does not run any" },
  },
  {
    from: "src/domain-events/dispatch/dispatcher.ts",
    to: {
      "@/handlers/registry": edgeAbove,
      "@/commands/run-command": "behind the server edge",
      "@/modules/bookings/module": "knows none",
    },
  },
  {
    from: "src/domain-events/catalog/booking.ts",
    to: { "@/db/database": rows, "@/domain-events/log/append": catalog, "node:crypto": pureOnly },
  },
  { from: "src/domain-events/routing.ts", to: { "@/handlers/registry": edgeAbove, "@/db/database": rows } },
  { from: "src/domain-events/retention/policy.ts", to: { "@/domain-events/log/read": catalog } },
  {
    from: "src/db/database.ts",
    to: {
      "@/domain-events/log/append": "written by commands",
      "@/commands/actor": "behind",
      "@/modules/kits/store": "knows none",
    },
  },
  {
    from: "src/values/time-window.ts",
    to: {
      "@/env": rows,
      "@/db/database": rows,
      "@/domain-events/catalog/booking": "written by",
      "node:crypto": "A value imports zod",
    },
  },
  { from: "src/env.ts", to: { "@/db/database": rows, "./db/database": "names folders with @/" } },
  {
    from: "src/launch/dispatcher.ts",
    to: {
      "@/handlers/registry": "stand above",
      "@/modules/bookings/module": "Subjects",
      "@/domain-events/log/read": "written by",
    },
  },
  { from: "src/launch/start.mjs", to: { "@/env": rows, "@/values/ids": "before anything is built" } },
  {
    from: "prisma/seed.ts",
    to: {
      "@/commands/run-command": "behind",
      "@/modules/bookings/module": "Subjects",
      "@/db/database": rows,
    },
  },
  {
    from: "e2e/fixtures.ts",
    to: { "@/db/database": rows, "@/commands/run-command": "behind", "../src/env": climbs },
  },
];

const pureImports = ["zod", "@/commands/errors", "@/domain-events/catalog/booking", "@/values/ids"];

export const allowedArrows: readonly AllowedArrows[] = [
  {
    from: adminPage,
    to: [
      "react",
      "@/trpc/client",
      "@/components/ui/button",
      "@/modules/bookings/inputs",
      "@/domain-events/catalog/booking",
      "@/values/format-time",
      "@/app/admin/bookings/shared",
      "./date-verdicts",
    ],
    types: ["@/values/venue-time"],
  },
  { from: "src/app/(auth)/sign-in/page.tsx", to: ["@/app/(auth)/shell", "./sign-in-form", "@/trpc/server"] },
  { from: "src/app/layout.tsx", to: ["@/components/ui/toast", "./globals.css"] },
  { from: "src/app/api/trpc/[trpc]/route.ts", to: ["@/server/router", "@trpc/server/adapters/fetch"] },
  { from: "src/instrumentation.ts", to: ["@/server/start"] },
  {
    from: "src/components/ui/button.tsx",
    to: ["react", "@/components/ui/icon", "@/values/ids", "./spinner"],
  },
  {
    from: "src/trpc/client.tsx",
    to: ["@trpc/client", "@/modules/bookings/inputs"],
    types: ["@/server/router"],
  },
  { from: "src/trpc/server.tsx", to: ["server-only", "@/server/router", "@/server/context"] },
  {
    from: "src/server/routers/bookings.ts",
    to: [
      "@/server/procedures",
      "@/commands/run-command",
      "@/modules/bookings/module",
      "@/modules/bookings/queries",
    ],
    types: ["@/db/database"],
  },
  {
    from: "src/server/start.ts",
    to: ["@/handlers/registry", "@/domain-events/dispatch/dispatcher", "@/db/database"],
  },
  { from: "src/handlers/registry.ts", to: ["./workflow/workflow", "@/handlers/reporting/reporting"] },
  {
    from: "src/handlers/workflow/workflow.ts",
    to: [
      "@/modules/event-instances/module",
      "@/commands/run-command",
      "@/db/database",
      "./reactions/bookings",
    ],
  },
  { from: "src/handlers/notification/messages/bookings.ts", to: pureImports },
  {
    from: "src/handlers/workflow/reactions/bookings.ts",
    to: pureImports,
    types: ["@/modules/event-instances/inputs"],
  },
  { from: "src/modules/bookings/decide.ts", to: [...pureImports, "./booking", "@/modules/bookings/booking"] },
  {
    from: "src/modules/bookings/decide/approve-booking.ts",
    to: [...pureImports, "@/modules/bookings/booking"],
  },
  {
    from: "src/modules/bookings/store.ts",
    to: [...pureImports, "@/db/database", "@/generated/prisma/client"],
  },
  { from: "src/modules/bookings/module.ts", to: ["./decide", "./store", "@/commands/decider"] },
  { from: "src/modules/operations/store.ts", to: ["@/domain-events/dispatch/settle", "@/db/database"] },
  {
    from: "src/modules/staffing/decide.test.ts",
    to: ["vitest", "@/testing/builders", "@/modules/bookings/module"],
  },
  { from: "src/commands/run-command.ts", to: ["server-only", "@/domain-events/log/append", "@/db/database"] },
  { from: "src/commands/decider.ts", to: ["@/domain-events/catalog/booking"], types: ["@/db/database"] },
  { from: "src/domain-events/log/tail.ts", to: ["pg", "@/db/database", "@/env"] },
  { from: "src/db/database.ts", to: ["@prisma/adapter-pg", "pg", "@/generated/prisma/client", "@/env"] },
  { from: "src/components/ui/page-link.tsx", to: ["next/link", "./cn"] },
  { from: "src/values/venue-time.ts", to: ["temporal-polyfill", "./time-window"] },
  { from: "src/values/recurrence.ts", to: ["rrule-temporal", "zod"] },
  { from: "src/values/derived-id.ts", to: ["node:crypto", "./ids"] },
  { from: "src/launch/dispatcher.ts", to: ["@/server/start", "@/env", "@/db/database"] },
  { from: "src/launch/start.mjs", to: ["node:fs", "./database.mjs"] },
  { from: "prisma/seed.ts", to: ["@/server/start"] },
  { from: "e2e/admin/bookings.spec.ts", to: ["@playwright/test", "../fixtures"] },
];
