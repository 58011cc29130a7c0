"use client";

import { PageHeader } from "@/components/page-header";
import { Tabs } from "@/components/ui/tabs";
import { ExportMenu } from "./export-menu";
import { countWords, timeWords } from "./filter-words";
import { LogFilters } from "./log-filters";
import type { LogLook } from "./log-look";
import { filterOf, logHref, type LogView, queryOf } from "./log-view";
import { LookMenu } from "./look-menu";
import type { PayloadChoices } from "./payload-filter";
import { SavedViews } from "./saved-views";
import type { TypesByCategory } from "./type-filter";
import type { LogLines } from "./use-log-lines";
import { ViewChanged } from "./view-changed";

export interface LogHeadProps {
  readonly view: LogView;
  readonly found: LogLines;
  readonly typesByCategory: TypesByCategory;
  readonly payloadChoices: PayloadChoices;
  readonly look: LogLook;
  readonly onLook: (look: LogLook) => void;
  readonly onChange: (change: Partial<LogView>) => void;
  /** The filters were kept under this id. */
  readonly onSaved: (viewId: string) => void;
}

/** What is searched, always with its time, and how it is shown. */
export function LogHead(props: LogHeadProps) {
  const { view, found, typesByCategory, payloadChoices, look, onLook, onChange, onSaved } = props;
  const query = queryOf(view);
  const isMatrix = view.view === "matrix";
  return (
    <>
      <PageHeader
        title="Log"
        meta={`${timeWords(view)}, ${view.order} first. Personal fields are masked.`}
        actions={
          <>
            <SavedViews query={query} savedId={view.saved} onSaved={onSaved} />
            <LookMenu look={look} onChange={onLook} />
            <ExportMenu filter={filterOf(view)} />
          </>
        }
      />
      <Tabs
        label="How the log is shown"
        items={[
          { label: "List", href: logHref(view, { view: "list" }), isCurrent: !isMatrix },
          { label: "By handler", href: logHref(view, { view: "matrix" }), isCurrent: isMatrix },
        ]}
      />
      <LogFilters
        view={view}
        typesByCategory={typesByCategory}
        payloadChoices={payloadChoices}
        handlers={found.handlers}
        actorName={found.lines.find(({ actorId }) => actorId === view.actor)?.actor}
        summary={found.total === null ? undefined : countWords(found.total)}
        onChange={onChange}
      />
      <ViewChanged query={query} savedId={view.saved} onSaved={onSaved} />
    </>
  );
}
