import { createCallerFactory, router } from "./procedures";
import { accountRouter } from "./routers/account";
import { activitiesRouter } from "./routers/activities";
import { bookingsRouter } from "./routers/bookings";
import { directoryRouter } from "./routers/directory";
import { eventsRouter } from "./routers/events";
import { issuesRouter } from "./routers/issues";
import { kitsRouter } from "./routers/kits";
import { liveRouter } from "./routers/live";
import { locationsRouter } from "./routers/locations";
import { logRouter } from "./routers/log";
import { notificationsRouter } from "./routers/notifications";
import { preparationTemplatesRouter } from "./routers/preparation-templates";
import { reportsRouter } from "./routers/reports";
import { staffingRouter } from "./routers/staffing";
import { viewsRouter } from "./routers/views";

/** Every procedure there is, one router per subject. */
export const appRouter = router({
  account: accountRouter,
  activities: activitiesRouter,
  bookings: bookingsRouter,
  directory: directoryRouter,
  events: eventsRouter,
  issues: issuesRouter,
  kits: kitsRouter,
  live: liveRouter,
  locations: locationsRouter,
  log: logRouter,
  notifications: notificationsRouter,
  preparationTemplates: preparationTemplatesRouter,
  reports: reportsRouter,
  staffing: staffingRouter,
  views: viewsRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures in the process itself, with a context of the caller's making. */
export const createCaller = createCallerFactory(appRouter);
