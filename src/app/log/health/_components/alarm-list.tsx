import { RelativeTime } from "@/components/relative-time";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { alarmTitle } from "./alarm-words";
import type { Health } from "./chart-data";

/** What is wrong now, each with its cause; one quiet line when nothing is. */
export function AlarmList({ health }: { readonly health: Health }) {
  const broken = health.limits.filter((one) => one.isBroken);
  if (broken.length === 0 && health.measuredAt === null) {
    return (
      <Notice
        title="Nothing is measured yet. The first figures come within seconds of a start."
        role="status"
      />
    );
  }
  if (broken.length === 0) {
    return <Notice tone="good" title="Every limit is kept." role="status" />;
  }
  return (
    <div className="grid gap-2">
      {broken.map((one) => (
        <Notice
          key={one.alarm}
          tone="problem"
          title={alarmTitle(one)}
          actions={
            one.alarm === "parked" ? (
              <TextLink href="/log/parked">Open the parked deliveries</TextLink>
            ) : undefined
          }
        >
          {one.detail} <Since health={health} alarm={one.alarm} />
        </Notice>
      ))}
    </div>
  );
}

function Since({ health, alarm }: { readonly health: Health; readonly alarm: string }) {
  const open = health.incidents.find((one) => one.alarm === alarm && one.resolvedAt === null);
  if (!open) return null;
  return (
    <>
      {"Admins were told "}
      <RelativeTime at={open.openedAt} now={health.now} timeZone="UTC" />.
    </>
  );
}
