"use client";

import { Badge } from "@/components/ui/badge";
import { CopyButton } from "@/components/ui/copy-button";
import { usePanelKey } from "@/components/keyboard/use-panel-key";
import { DetailPane } from "@/components/ui/detail-pane";
import { EmptyState } from "@/components/ui/empty-state";
import { Facts } from "@/components/ui/facts";
import { TextLink } from "@/components/ui/text-link";
import { JsonBlock } from "@/app/log/_components/json-block";
import { type CatalogView, catalogHref, type TypeCard, yearsWords } from "./catalog-view";
import { FieldList } from "./field-list";

export interface TypePaneProps {
  /** As the address says it. */
  readonly name: string;
  /** Undefined where the catalog has no such type. */
  readonly card: TypeCard | undefined;
  readonly view: CatalogView;
}

/** One type beside the list: meaning, who emits and who hears it, fields, an example. */
export function TypePane({ name, card, view }: TypePaneProps) {
  const panel = usePanelKey();
  return (
    <DetailPane
      ref={panel}
      title={<span className="font-mono text-cell">{name}</span>}
      label="Type"
      closeHref={catalogHref(view, { open: "" })}
    >
      {card ? (
        <TypeBody card={card} />
      ) : (
        <EmptyState title="The catalog has no type of this name">
          This release does not know it. Close this and search the list.
        </EmptyState>
      )}
    </DetailPane>
  );
}

function TypeBody({ card }: { readonly card: TypeCard }) {
  const { type, category, meaning, version, yearsKept, sources, handlers, isExtension } = card;
  return (
    <div className="grid gap-6">
      <div className="grid gap-2">
        <p className="text-body">{meaning}</p>
        <div className="flex flex-wrap items-center gap-2">
          <Badge>{category}</Badge>
          <Badge>{isExtension ? "extension" : "event schema"}</Badge>
          <CopyButton text={type} what="type" />
          <TextLink href={`/log?type=${type}&range=30d`} className="text-cell">
            Show its entries
          </TextLink>
        </div>
      </div>
      <Facts
        facts={[
          { label: "Version", value: version },
          { label: "Kept for", value: yearsWords(yearsKept) },
          { label: "Emitted by", value: <Names names={sources} /> },
          { label: "Heard by", value: <Names names={handlers} /> },
        ]}
      />
      <FieldList fields={card.fields} />
      <JsonBlock title="Example payload" value={card.example} masked={[]} fileName={`${type}-example.json`} />
    </div>
  );
}

function Names({ names }: { readonly names: readonly string[] }) {
  return (
    <ul className="grid gap-0.5">
      {names.map((name) => (
        <li key={name} className="font-mono text-meta leading-5">
          {name}
        </li>
      ))}
    </ul>
  );
}
