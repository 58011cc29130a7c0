/** Next.js calls this once when the server starts; it is not reloaded when a file changes. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("@/server/start");
  await startServer();
}
