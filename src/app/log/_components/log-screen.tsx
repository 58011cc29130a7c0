"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { DeskPanes, PageBody } from "@/components/page-body";
import { LiveSwitch, NotFollowed } from "./live-switch";
import { LogHead } from "./log-head";
import { LogList } from "./log-list";
import type { LogLook } from "./log-look";
import type { PayloadChoices } from "./payload-filter";
import { SelectedBar } from "./selected-bar";
import type { TypesByCategory } from "./type-filter";
import { useIsAtTop } from "./use-is-at-top";
import { useLogKeys } from "./use-log-keys";
import { canFollow, useLogLines } from "./use-log-lines";
import { useLogSelection } from "./use-log-selection";
import { useLogView } from "./use-log-view";

const loadEntryPane = () => import("./log-entry-pane").then((part) => part.LogEntryPane);

const LogEntryPane = dynamic(loadEntryPane);

export interface LogScreenProps {
  readonly typesByCategory: TypesByCategory;
  readonly payloadChoices: PayloadChoices;
  readonly firstLook: LogLook;
  readonly now: string;
}

/** The log: filters, what happened, newest first, the open entry beside it (U-45). */
export function LogScreen({ typesByCategory, payloadChoices, firstLook, now }: LogScreenProps) {
  const { view, change, open, close, keep } = useLogView();
  const [look, setLook] = useState(firstLook);
  const [isLive, setIsLive] = useState(true);
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    // No part of the first load; fetched behind it, so that the first entry opens at once.
    loadEntryPane().catch(() => undefined);
  }, []);
  const isMatrix = view.view === "matrix";
  const mayMove = useIsAtTop() && !isHeld && view.open === "";
  const found = useLogLines({ view, isLive, mayMove });
  const { lines, handlers, readAgain } = found;
  const selection = useLogSelection();
  const keys = useLogKeys({
    lines,
    handlers: isMatrix ? handlers : [],
    openId: view.open,
    open,
    selection,
    onHold: setIsHeld,
  });
  const showWaiting = () => {
    keys.release();
    window.scrollTo({ top: 0 });
    void found.showWaiting();
  };
  const toggleLive = () => {
    setIsLive(!isLive);
    if (!isLive) void readAgain();
  };
  const pane =
    view.open === "" ? null : <LogEntryPane id={view.open} view={view} onClose={close} now={now} />;
  return (
    <DeskPanes pane={pane}>
      <div className="flex min-h-dvh flex-col">
        <div className="flex-1">
          <PageBody>
            <LogHead
              view={view}
              found={found}
              typesByCategory={typesByCategory}
              payloadChoices={payloadChoices}
              look={look}
              onLook={setLook}
              onChange={change}
              onSaved={keep}
            />
            {canFollow(view) ? (
              <LiveSwitch
                isLive={isLive}
                waiting={found.waiting}
                onToggle={toggleLive}
                onShow={showWaiting}
              />
            ) : (
              <NotFollowed view={view} onChange={change} />
            )}
            <LogList
              view={view}
              found={found}
              look={look}
              keys={keys}
              selection={selection}
              onChange={change}
            />
          </PageBody>
        </div>
        <SelectedBar
          selection={selection}
          isMatrix={isMatrix}
          lines={lines}
          onChanged={() => void readAgain()}
        />
      </div>
    </DeskPanes>
  );
}
