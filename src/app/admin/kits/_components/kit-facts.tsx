import type { Route } from "next";
import type { Fact } from "@/components/ui/facts";
import { Facts } from "@/components/ui/facts";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";
import { formatMoment } from "@/values/format-time";
import { conditionWords } from "./condition-words";
import type { KitRecord } from "./kit-record";

/** Where a kit is and how it is. */
export function KitFacts({ kit, now, timeZone }: { kit: KitRecord; now: string; timeZone: string }) {
  const moment = (at: string) => <time dateTime={at}>{formatMoment(at, timeZone, now)}</time>;
  const { expectedReturn, notSeenSince, awaitingInspectionSince, quarantine } = kit;
  const facts: Fact[] = [
    { label: "Template", value: kit.templateName },
    { label: "Home", value: kit.home === "" ? "Not recorded" : kit.home },
    { label: "With", value: kit.holderName ?? "Nobody: it is at its home" },
    ...(expectedReturn === null ? [] : [{ label: "Expected back", value: moment(expectedReturn) }]),
    { label: "Condition", value: conditionWords[kit.condition] },
    ...(awaitingInspectionSince === null
      ? []
      : [{ label: "To inspect", value: <>Since {moment(awaitingInspectionSince)}</> }]),
    ...(notSeenSince === null ? [] : [{ label: "Not found", value: <>Since {moment(notSeenSince)}</> }]),
    ...(kit.notes === ""
      ? []
      : [{ label: "Notes", value: <span className="whitespace-pre-line">{kit.notes}</span> }]),
    { label: "Story", value: <TextLink href={storyHref(kit.id)}>Every log entry about it</TextLink> },
  ];
  return (
    <div className="grid gap-3">
      {quarantine === null ? null : (
        <Notice tone="problem" title="Not to be used before it is inspected">
          {quarantine.reason} Since {moment(quarantine.since)}.
        </Notice>
      )}
      <Facts facts={facts} />
    </div>
  );
}

/** The log, narrowed to what names the kit. */
function storyHref(kitInstanceId: string): Route {
  return `/log?range=all&id=${kitInstanceId}` as Route;
}
