import type { ComponentProps } from "react";
import { cn } from "./cn";
import { controlClass } from "./control-class";

/** A native text input. Its label comes from `Field` or an `aria-label`. */
export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input {...rest} className={cn(controlClass, className)} />;
}

/** A native text area that grows with its text where the browser can. */
export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea rows={3} {...rest} className={cn(controlClass, "field-sizing-content py-1.5", className)} />
  );
}
