import type * as z from "zod";
import type { kitTemplateFields } from "@/modules/directory/inputs";

/** What the demo's kinds of kits hold. Bookings name them by their places. */

type Fields = z.input<typeof kitTemplateFields>;
type Line = NonNullable<Fields["lines"]>[number];

const part = (name: string, quantity: number): Line => ({ name, quantity, usage: "returnable" });
const vital = (name: string, quantity: number): Line => ({ ...part(name, quantity), critical: true });
const consumed = (name: string, quantity: number): Line => ({ name, quantity, usage: "consumable" });

const HOUR = 60;

export const demoKits: readonly Fields[] = [
  {
    name: "Sampling cart",
    description: "Insulated cart with trays, dispensers and hand sanitizer",
    lines: [
      vital("Insulated cart", 1),
      part("Serving tray", 6),
      part("Drinks dispenser", 2),
      consumed("Paper cup", 400),
      consumed("Hand sanitizer, 500 ml", 2),
    ],
  },
  {
    name: "Pop-up tent 3 × 3 m",
    description: "Branded tent with weights and side walls",
    turnaroundMinutes: 36 * HOUR,
    lines: [
      vital("Tent frame", 1),
      vital("Branded canopy", 1),
      part("Side wall", 3),
      part("Weight, 15 kg", 4),
      part("Guy line with peg", 8),
    ],
  },
  {
    name: "Counter and backdrop",
    description: "Folding counter, printed backdrop and lights",
    lines: [
      vital("Folding counter", 1),
      part("Printed backdrop", 1),
      part("Clip-on light", 2),
      part("Extension cord, 10 m", 1),
    ],
  },
  {
    name: "PA and microphones",
    description: "Two active speakers, mixer and two radio microphones",
    lines: [
      vital("Active speaker", 2),
      vital("Mixer", 1),
      part("Radio microphone", 2),
      part("Speaker stand", 2),
      consumed("AA battery", 8),
    ],
  },
  {
    name: "Photo wall",
    description: "Frame, printed wall, ring light and tripod",
    lines: [
      vital("Wall frame", 1),
      part("Printed wall", 1),
      part("Ring light", 1),
      part("Tripod", 1),
      consumed("Photo paper, sheet", 120),
    ],
  },
  {
    name: "Tasting bar",
    description: "Bar modules, cooler, glassware and waste station",
    preparationMinutes: 36 * HOUR,
    turnaroundMinutes: 36 * HOUR,
    lines: [
      vital("Bar module", 3),
      vital("Cooler", 1),
      part("Tasting glass", 96),
      part("Waste station", 1),
      consumed("Napkin", 300),
      consumed("Water cracker, pack", 20),
    ],
  },
];
