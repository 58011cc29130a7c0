"use client";

import { Upload } from "lucide-react";
import { useRef, useState } from "react";
import { FormProblem, type Problem } from "@/components/form/form-problem";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { uploadFile } from "./upload-file";

/** Takes a CSV file by the platform's own picker and hands it to the server. */
export function ChooseFile({ onChosen }: { readonly onChosen: (fileId: string) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  const send = async (file: File) => {
    setIsSending(true);
    setProblem(null);
    const answer = await uploadFile(file);
    setIsSending(false);
    if ("fileId" in answer) return onChosen(answer.fileId);
    setProblem({ code: "INVALID", ...answer });
  };

  return (
    <Card title="Choose a CSV file">
      <div className="grid max-w-form justify-items-start gap-3 text-cell">
        <p className="max-w-prose text-muted">
          The first row names the columns. Times are on the clock of the venues. Up to 20 MB, 50 000 rows and
          100 columns, saved as CSV UTF-8.
        </p>
        <FormProblem problem={problem} title="The file was not taken" />
        <input
          ref={input}
          type="file"
          accept=".csv,text/csv"
          aria-label="CSV file"
          tabIndex={-1}
          className="sr-only"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // The same file can be chosen again after it was corrected.
            event.target.value = "";
            if (file) void send(file);
          }}
        />
        <Button
          variant="primary"
          icon={<Upload />}
          isPending={isSending}
          onClick={() => input.current?.click()}
        >
          Choose file
        </Button>
      </div>
    </Card>
  );
}
