import type { Route } from "next";
import { PageLink } from "@/components/ui/page-link";
import { factIcons } from "@/components/fact-icon";
import { toneTextClass } from "@/components/ui/tone";
import { HandlerCell, shortDuration } from "./handler-cell";
import { logTime } from "./log-time";
import { followUps, isHeldUp, type StoryNode } from "./story-tree";

export interface StoryTreeProps {
  readonly trees: readonly StoryNode[];
  readonly hrefOf: (id: string) => Route;
  readonly openId: string;
}

/** A chain as cause and effect: each entry with what followed from it below. */
export function StoryTree({ trees, hrefOf, openId }: StoryTreeProps) {
  return (
    <ul className="grid gap-3">
      {trees.map((node) => (
        <li key={node.line.id} className="rounded-card border border-border bg-surface p-3">
          <Node node={node} since={node.line.at} hrefOf={hrefOf} openId={openId} isRoot />
        </li>
      ))}
    </ul>
  );
}

interface NodeProps {
  readonly node: StoryNode;
  /** The time that offsets count from: the tree's first entry. */
  readonly since: string;
  readonly hrefOf: StoryTreeProps["hrefOf"];
  readonly openId: string;
  readonly isRoot?: boolean;
}

function Node({ node, since, hrefOf, openId, isRoot = false }: NodeProps) {
  const { line, caused } = node;
  const Icon = factIcons[line.icon];
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-cell">
        <Icon className={`size-3.5! shrink-0 ${toneTextClass[line.tone]}`} />
        <PageLink
          href={hrefOf(line.id)}
          prefetch={false}
          scroll={false}
          aria-current={openId === line.id ? "true" : undefined}
          className={`min-w-0 flex-1 basis-48 rounded-badge wrap-anywhere hover:underline ${openId === line.id ? "bg-selected font-medium" : ""}`}
        >
          <span className="font-medium">{line.actor}</span> {line.title}
        </PageLink>
        <span className="flex gap-1">
          {line.handlers.map((cell) => (
            <HandlerCell key={cell.handler} handler={cell.handler} cell={cell} />
          ))}
        </span>
        <time
          dateTime={line.at}
          title={`${logTime(line.at)} UTC`}
          className="font-mono text-meta text-muted max-sm:basis-full max-sm:pl-6.5"
        >
          {isRoot ? logTime(line.at) : `+${shortDuration(Date.parse(line.at) - Date.parse(since))}`}
        </time>
      </div>
      {isRoot ? <p className="pl-6.5 text-meta text-muted">{effectWords(node)}</p> : null}
      {caused.length === 0 ? null : (
        <ul className="mt-2 ml-1.5 grid gap-2 border-l border-border pl-4">
          {caused.map((child) => (
            <li key={child.line.id}>
              <Node node={child} since={since} hrefOf={hrefOf} openId={openId} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** "12 entries followed; the last effect after 1.2 s". */
function effectWords(node: StoryNode): string {
  const count = followUps(node);
  const followed =
    count === 0 ? "Nothing followed" : count === 1 ? "1 entry followed" : `${count} entries followed`;
  const last =
    node.untilLastEffectMs === null
      ? isHeldUp(node)
        ? "a parked delivery waits for somebody"
        : "handlers are still at work"
      : `the last effect after ${shortDuration(node.untilLastEffectMs)}`;
  return `${followed}; ${last}.`;
}
