/** For those who move by keys: past the navigation in one press. */
export function SkipLink() {
  return (
    <a
      href="#content"
      className="fixed top-2 left-2 z-toast -translate-y-16 rounded-control bg-accent px-3 py-2 text-cell text-on-accent focus:translate-y-0"
    >
      Skip to content
    </a>
  );
}
