import { Download } from "lucide-react";
import { buttonClass } from "@/components/ui/button-class";
import { exportHref, type TimesheetsView } from "./timesheets-view";

/** The lines of the view as a file; the address does nothing but answer. */
export function ExportLink({ view, now }: { view: TimesheetsView; now: string }) {
  return (
    <a href={exportHref(view, now)} download className={buttonClass()}>
      <Download />
      Export CSV
    </a>
  );
}
