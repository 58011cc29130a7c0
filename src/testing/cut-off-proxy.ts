import net from "node:net";

export interface CutOffProxy {
  /** The same database behind the proxy. */
  readonly url: string;
  /** From now on the connection is lost once the server has answered a COMMIT, before the answer arrives. */
  cutAtCommit(): void;
  close(): Promise<void>;
}

/** A hop in front of Postgres that can lose the answer to a COMMIT which took effect. */
export async function startCutOffProxy(databaseUrl: string): Promise<CutOffProxy> {
  const target = new URL(databaseUrl);
  let armed = false;
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect(Number(target.port || 5432), target.hostname);
    let cut = false;
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        client.destroy();
        upstream.destroy();
      });
    }
    client.on("data", (data) => {
      cut ||= armed && data.includes("COMMIT\0");
      upstream.write(data);
    });
    upstream.on("data", (data) => {
      if (!cut) client.write(data);
      else {
        armed = false;
        client.destroy();
      }
    });
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.on("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      if (address === null || typeof address === "string") reject(new Error("no port"));
      else resolve(address.port);
    });
  });
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  return {
    url: url.toString(),
    cutAtCommit: () => {
      armed = true;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
