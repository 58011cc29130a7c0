import { createCallerFactory, router } from "./procedures";
import { accountRouter } from "./routers/account";
import { bookingsRouter } from "./routers/bookings";

/** Every procedure there is, one router per subject. */
export const appRouter = router({
  account: accountRouter,
  bookings: bookingsRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures in the process itself, with a context of the caller's making. */
export const createCaller = createCallerFactory(appRouter);
