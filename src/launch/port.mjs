import { createServer } from "node:net";

const DEFAULT_PORT = 3000;

/**
 * PORT, if nobody listens on it. A malformed one is left to the check of the whole environment.
 * @returns {Promise<number>}
 * @throws if another program has it
 */
export async function availablePort() {
  const text = process.env["PORT"] || String(DEFAULT_PORT);
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new Error("PORT must be a whole number from 1 to 65535.");
  }
  const problem = await new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? "error"));
    probe.listen(port, () => probe.close(() => resolve(undefined)));
  });
  if (problem === "EADDRINUSE") {
    throw new Error(`Port ${port} is in use by another program: stop it, or set PORT to a free one.`);
  }
  if (problem === "EACCES")
    throw new Error(`Port ${port} needs more rights than you have: set PORT to one above 1023.`);
  if (problem) throw new Error(`Port ${port} cannot be used (${problem}): set PORT to another one.`);
  return port;
}
