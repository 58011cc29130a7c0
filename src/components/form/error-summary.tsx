"use client";

import { useContext, useEffect, useRef } from "react";
import type { FieldErrors } from "react-hook-form";
import { listFormErrors } from "./form-errors";
import { FormIdContext, fieldId } from "./form-id";
import { useErrorTitle } from "./use-error-title";
import { usePageOrder } from "./use-page-order";

/** "There is a problem": links to each field, takes the focus after a failed submit, marks the title (U-17). */
export function ErrorSummary({ errors, submitCount }: { errors: FieldErrors; submitCount: number }) {
  const formId = useContext(FormIdContext);
  const box = useRef<HTMLDivElement>(null);
  const listed = usePageOrder(listFormErrors(errors), formId);
  const hasErrors = listed.length > 0;
  useEffect(() => {
    if (submitCount > 0) box.current?.focus();
  }, [submitCount]);
  useErrorTitle(hasErrors);
  if (!hasErrors) return null;
  return (
    <div
      ref={box}
      tabIndex={-1}
      role="alert"
      aria-labelledby={`${formId}-problem`}
      className="rounded-control border border-danger bg-problem px-4 py-3 text-cell text-on-problem"
    >
      <h2 id={`${formId}-problem`} className="text-title">
        There is a problem
      </h2>
      <ul className="mt-1 grid gap-1">
        {listed.map((error) => (
          <li key={error.name}>
            <a
              href={`#${fieldId(formId, error.name)}`}
              onClick={(event) => {
                const field = document.getElementById(fieldId(formId, error.name));
                if (!field) return;
                event.preventDefault();
                field.scrollIntoView({ block: "center" });
                field.focus({ preventScroll: true });
              }}
              className="inline-flex min-h-target items-center underline underline-offset-2"
            >
              {error.message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
