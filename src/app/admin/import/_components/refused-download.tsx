"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { type RouterInputs, useTRPCClient } from "@/trpc/client";

/** Saves the rows that were left out, with the reasons beside them, to correct and import again. */
export function RefusedDownload({ of }: { readonly of: RouterInputs["bookings"]["importRefused"] }) {
  const client = useTRPCClient();
  const [isFetching, setIsFetching] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const download = async () => {
    setIsFetching(true);
    setFailure(null);
    try {
      const { csv } = await client.bookings.importRefused.query(of);
      saveText("refused-rows.csv", csv);
    } catch (error) {
      setFailure(error instanceof Error ? error.message : "The rows could not be fetched. Try again.");
    } finally {
      setIsFetching(false);
    }
  };

  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      <Button icon={<Download />} isPending={isFetching} onClick={() => void download()}>
        Download refused rows
      </Button>
      {failure === null ? null : (
        <span role="alert" className="text-cell text-on-problem">
          {failure}
        </span>
      )}
    </span>
  );
}

function saveText(name: string, text: string): void {
  // The mark tells spreadsheets that the text is UTF-8.
  const url = URL.createObjectURL(new Blob(["\uFEFF", text], { type: "text/csv" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
