import type { Role } from "@/commands/actor";
import { venueNear } from "./venues";

/** A password that is printed at the start; these accounts exist in demo data only. */
export const DEMO_PASSWORD = "muster-demo-2026";

export const demoClients: readonly string[] = [
  "Alder & Finch Tea",
  "Northlight Coffee Roasters",
  "Brightwater Drinks",
  "Cobalt Audio",
  "Juniper Outdoor",
  "Mosaic Cosmetics",
  "Harbor Bikes",
  "Lumen Electronics",
  "Orchard Lane Foods",
  "Pacer Running",
  "Saltgrass Snacks",
  "Velvet Spoon Ice Cream",
];

export interface DemoPerson {
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** The place in `demoClients` of a client's person. */
  readonly client?: number;
  readonly timeZone?: string;
}

const agency: readonly DemoPerson[] = [
  { name: "Ana Ferreira", email: "admin@muster.test", role: "admin", timeZone: "America/New_York" },
  { name: "Jonas Keller", email: "jonas.keller@muster.test", role: "admin", timeZone: "Europe/Berlin" },
  { name: "Priya Raman", email: "priya.raman@muster.test", role: "admin", timeZone: "America/Chicago" },
  { name: "Marcus Webb", email: "manager@muster.test", role: "manager", timeZone: "America/New_York" },
  {
    name: "Sofia Lindqvist",
    email: "sofia.lindqvist@muster.test",
    role: "manager",
    timeZone: "Europe/Berlin",
  },
  { name: "Daniel Okafor", email: "daniel.okafor@muster.test", role: "manager", timeZone: "Europe/London" },
  { name: "Hana Mori", email: "hana.mori@muster.test", role: "manager", timeZone: "Asia/Tokyo" },
  { name: "Liam Doyle", email: "liam.doyle@muster.test", role: "manager", timeZone: "Australia/Sydney" },
];

const agentNames = [
  "Chloe Park",
  "Mateo Silva",
  "Amara Nwosu",
  "Ben Hartley",
  "Yuki Tanaka",
  "Leila Haddad",
  "Oscar Brandt",
  "Nina Petrova",
  "Samuel Reyes",
  "Freya Jensen",
  "Tariq Aziz",
  "Grace Liu",
  "Emil Novak",
  "Zoe Campbell",
  "Rafael Costa",
  "Ingrid Moen",
  "Kofi Mensah",
  "Maya Stein",
  "Tom Fletcher",
  "Alina Weber",
];

const firstNames = [
  ..."Adele Bruno Carla Dmitri Elena Farid Gloria Hugo Iris Jamal".split(" "),
  ..."Karin Luis Mona Noah Olga Pedro Quinn Rosa Stefan Tala".split(" "),
];
const lastNames = ["Abara", "Becker", "Castillo", "Duarte", "Eriksen"];

/** A hundred more, so that there is somebody to choose from at every venue. */
const moreAgentNames = lastNames.flatMap((last) => firstNames.map((first) => `${first} ${last}`));

const clientNames = [
  "Helen Marsh",
  "Victor Hale",
  "Dana Cole",
  "Ruben Ortiz",
  "Tess Arden",
  "Camille Roux",
  "Piet de Boer",
  "Mei Chen",
  "Laura Bianchi",
  "Andre Miles",
  "Kirsty Boyd",
  "Joon Seo",
];

const address = (name: string) => `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@muster.test`;

/** Everybody of the demo agency; the first of each role is one of the four sign-ins that the README names. */
export const demoPeople: readonly DemoPerson[] = [
  ...agency,
  ...[...agentNames, ...moreAgentNames].map(
    (name, index): DemoPerson => ({
      name,
      email: index === 0 ? "agent@muster.test" : address(name),
      role: "agent",
      timeZone: venueNear(index).timeZone,
    }),
  ),
  ...clientNames.map(
    (name, index): DemoPerson => ({
      name,
      email: index === 0 ? "client@muster.test" : address(name),
      role: "client",
      client: index,
    }),
  ),
];
