const format = new Intl.DateTimeFormat("en-GB", {
  hour: "2-digit",
  minute: "2-digit",
  second: "2-digit",
  hourCycle: "h23",
});

/** When availability was looked at, on the viewer's own clock; the server knows no better, so the browser corrects it. */
export function CheckedAt({ at }: { at: string }) {
  return (
    <p role="status" className="text-cell whitespace-nowrap text-muted tabular-nums">
      {"Availability checked "}
      <time dateTime={at} suppressHydrationWarning>
        {format.format(new Date(at))}
      </time>
    </p>
  );
}
