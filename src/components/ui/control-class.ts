/** The look of everything one types into or picks from. */
export const controlClass =
  "w-full min-h-control rounded-control border border-border-control bg-surface px-2.5 text-cell text-text " +
  "transition-colors duration-120 hover:border-muted " +
  "aria-invalid:border-danger aria-invalid:bg-problem/40 [&[readonly]]:bg-sunken disabled:bg-sunken disabled:text-subtle";
