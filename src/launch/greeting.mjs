import { setTimeout as pause } from "node:timers/promises";

/** Of the demo data only (interface.md). */
const DEMO_PEOPLE = ["admin@muster.test", "manager@muster.test", "agent@muster.test", "client@muster.test"];
const DEMO_PASSWORD = "muster-demo-2026";

/**
 * Prints the address, and the demo sign-ins where there are any, once the server answers.
 * @param {{ port: number, hasDemo: boolean, isOver: () => boolean }} server
 */
export async function greetWhenReady({ port, hasDemo, isOver }) {
  while (!isOver()) {
    try {
      await fetch(`http://127.0.0.1:${port}/api/health/live`, { redirect: "manual" });
      break;
    } catch {
      await pause(100);
    }
  }
  if (isOver()) return;
  console.log(`\nMuster is ready on ${process.env["APP_URL"] || `http://localhost:${port}`}`);
  if (hasDemo) {
    console.log(`Demo sign-ins, password ${DEMO_PASSWORD}:`);
    for (const person of DEMO_PEOPLE) console.log(`  ${person}`);
  }
  console.log("Ctrl-C stops it.");
}
