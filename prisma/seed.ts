import { requestDatabase } from "@/server/databases";
import { seedDemo } from "@/server/demo/seed";
import { startDispatching, stopEverything } from "@/server/start";

/** Fills an empty database with the demo agency; `npm start` runs it once on the embedded database. */
const started = performance.now();
await startDispatching();
const { people, bookings } = await seedDemo(requestDatabase());
await stopEverything();
const seconds = ((performance.now() - started) / 1000).toFixed(1);
console.log(`The demo agency is ready: ${people} people, ${bookings} bookings, ${seconds} s.`);
