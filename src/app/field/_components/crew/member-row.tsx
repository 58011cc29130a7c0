import { StatusBadge } from "@/components/status-badge";
import { shiftFlagLooks, shiftLooks } from "@/components/status-looks/shifts";
import { formatClock } from "@/values/format-time";
import type { Crew, CrewMember } from "./crew-record";
import { MemberActs } from "./member-acts";
import { doubtWords, methodWords, standingWords } from "./member-words";

export interface MemberRowProps {
  member: CrewMember;
  event: Crew["event"];
  now: string;
}

/** One person: their role, where they stand and how that is known, and what can be done about it. */
export function MemberRow({ member, event, now }: MemberRowProps) {
  const { proof, ask } = member;
  return (
    <li className="grid gap-2 rounded-card border border-border bg-surface p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-1">
        <div className="min-w-0">
          <p className="font-medium wrap-anywhere">{member.person.name}</p>
          <p className="text-meta text-muted wrap-anywhere">
            {member.replaces === null ? member.role : `${member.role}, fills in for ${member.replaces}`}
          </p>
        </div>
        <div className="flex flex-wrap gap-1">
          <StatusBadge look={shiftLooks[member.status]} />
          {member.isLate ? <StatusBadge look={shiftFlagLooks.late} /> : null}
          {proof?.grade === "doubtful" ? <StatusBadge look={shiftFlagLooks.position_doubtful} /> : null}
          {member.hoursState === "assumed" ? <StatusBadge look={shiftFlagLooks.check_out_assumed} /> : null}
        </div>
      </div>
      <p className="text-meta text-muted">{standingWords(member, event.timeZone, now)}</p>
      {proof === null ? null : <p className="text-meta text-muted">{methodWords(proof)}</p>}
      {ask === null || !member.can.checkIn ? null : (
        <p className="text-meta">{`Asked at ${formatClock(ask.at, event.timeZone)}. ${doubtWords(ask)}`}</p>
      )}
      <MemberActs member={member} event={event} now={now} />
    </li>
  );
}
