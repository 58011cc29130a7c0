import { dayWords, PapersList } from "@/components/availability/papers-list";
import { payWords } from "@/components/candidates/fit-words";
import { Card } from "@/components/ui/card";
import { Facts } from "@/components/ui/facts";
import { zoneLabel } from "@/values/format-time";
import type { StaffRecord } from "./person-screen";

/** What a person can do, how to reach them and what they cost. */
export function FactsCard({ record, now }: { record: StaffRecord; now: string }) {
  const { email, timeZone, profile } = record;
  const { phone, languages, home, pay, skills, papers } = profile;
  return (
    <>
      <Card title="Profile">
        <Facts
          facts={[
            { label: "E-mail", value: email },
            { label: "Phone", value: phone === "" ? "Not recorded" : phone },
            { label: "Time zone", value: timeZone === null ? "That of each venue" : zoneLabel(timeZone) },
            { label: "Languages", value: languages.length === 0 ? "Not recorded" : languageWords(languages) },
            {
              label: "Home",
              value:
                home === null ? "Not recorded" : `${home.latitude.toFixed(3)}, ${home.longitude.toFixed(3)}`,
            },
            { label: "Pay", value: pay === null ? "Not set" : payWords(pay) },
          ]}
        />
      </Card>
      <Card title="Roles and papers">
        <div className="grid gap-4">
          <Roles skills={skills} />
          <PapersList papers={papers} now={now} />
        </div>
      </Card>
    </>
  );
}

function Roles({ skills }: { skills: StaffRecord["profile"]["skills"] }) {
  if (skills.length === 0) return <p className="text-cell text-muted">No role yet: nobody can ask them.</p>;
  return (
    <ul className="grid gap-2 text-cell">
      {skills.map(({ role, validFrom, validUntil }) => (
        <li key={role} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
          <span className="wrap-anywhere">{role}</span>
          <span className="text-meta text-muted">{validityWords(validFrom, validUntil)}</span>
        </li>
      ))}
    </ul>
  );
}

function validityWords(from: string | null, until: string | null): string {
  if (from === null && until === null) return "";
  if (until === null) return `Since ${dayWords(from ?? "")}`;
  return `Until ${dayWords(until)}`;
}

function languageWords(codes: readonly string[]): string {
  const names = new Intl.DisplayNames(["en"], { type: "language" });
  return codes.map((code) => names.of(code) ?? code).join(", ");
}
