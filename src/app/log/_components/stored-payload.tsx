import { JsonBlock } from "./json-block";
import { payloadChanges } from "./payload-changes";

export interface StoredPayloadProps {
  readonly stored: unknown;
  readonly read: unknown;
  readonly storedVersion: number;
  readonly currentVersion: number | null;
}

/** A payload of an older version as it lies in the log, and what reading it changes. */
export function StoredPayload({ stored, read, storedVersion, currentVersion }: StoredPayloadProps) {
  const changes = payloadChanges(stored, read);
  return (
    <>
      <section className="grid gap-2">
        <h3 className="text-title">{`Read as version ${currentVersion ?? "?"}`}</h3>
        {changes.length === 0 ? (
          <p className="text-cell text-muted">The upgrade changes no field.</p>
        ) : (
          <table className="w-full table-fixed text-left text-meta">
            <thead>
              <tr className="text-muted">
                <th className="py-1 pr-2 font-medium">Field</th>
                <th className="py-1 pr-2 font-medium">{`As stored, version ${storedVersion}`}</th>
                <th className="py-1 font-medium">As read</th>
              </tr>
            </thead>
            <tbody className="font-mono">
              {changes.map((change) => (
                <tr key={change.path} className="align-top">
                  <td className="py-1 pr-2 wrap-anywhere">{change.path}</td>
                  <td className="py-1 pr-2 wrap-anywhere text-on-problem">{change.stored ?? "–"}</td>
                  <td className="py-1 wrap-anywhere text-on-good">{change.read ?? "–"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </section>
      <JsonBlock title="As stored" value={stored} masked={[]} fileName="as-stored.json" />
    </>
  );
}
