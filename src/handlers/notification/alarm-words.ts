import type { Incident } from "@/domain-events/monitoring/incidents";

export interface AlarmWords {
  readonly title: string;
  readonly body: string;
}

/** What the admins read while an alarm is on. */
export function alarmWords({ alarm, subject, detail }: Incident): AlarmWords {
  return { title: titles[alarm](subject), body: detail };
}

/** The same message once the alarm is over. */
export function overWords(incident: Incident): AlarmWords {
  const { title, body } = alarmWords(incident);
  return {
    title: `Over: ${title}`,
    body: `It is over by itself or because somebody acted. It said: ${body}`,
  };
}

const titles: Readonly<Record<Incident["alarm"], (subject: string) => string>> = {
  "no-dispatcher": () => "No dispatcher is alive",
  backlog: (handler) => `The ${handler} handler is behind`,
  parked: (handler) => `The ${handler} handler has parked deliveries`,
  errors: (handler) => `The ${handler} handler fails often`,
  holes: () => "Deliveries were missing in the log",
  unaccounted: (handler) => `Deliveries of ${handler} do not add up`,
  sealing: () => "Log entries are not being sealed",
  runway: () => "The log runs out of room for new months",
  clock: () => "A server's clock is wrong",
  transaction: () => "A database transaction stays open",
  measuring: () => "The log is not being measured",
};
