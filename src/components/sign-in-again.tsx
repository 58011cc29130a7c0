/** The way back in where a session ended: in another tab, so that this one keeps what was typed (U-19). */
export function SignInAgain() {
  return (
    <a href="/sign-in" target="_blank" rel="noopener" className="underline underline-offset-2">
      Sign in again in a new tab
    </a>
  );
}
