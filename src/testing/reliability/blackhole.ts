import { once } from "node:events";
import { connect, createServer, type Socket } from "node:net";

export interface Blackhole {
  readonly port: number;
  /** From now on nothing passes and nothing is closed: a half-open connection. */
  swallow(): void;
  /** New connections pass again. */
  heal(): void;
  /** Connections made so far. */
  readonly connections: number;
  close(): Promise<void>;
}

/** A TCP proxy that can go silent without closing anything. */
export async function startBlackhole(target: {
  readonly host: string;
  readonly port: number;
}): Promise<Blackhole> {
  const sockets = new Set<Socket>();
  let silent = false;
  let connections = 0;
  const server = createServer((client) => {
    connections += 1;
    const upstream = connect(target.port, target.host);
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => sockets.delete(socket));
    }
    const mine = { silent };
    const pass = (to: Socket) => (chunk: Buffer) => {
      if (!mine.silent) to.write(chunk);
    };
    client.on("data", pass(upstream));
    upstream.on("data", pass(client));
    silences.add(() => {
      mine.silent = true;
    });
  });
  const silences = new Set<() => void>();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return {
    port: address.port,
    get connections() {
      return connections;
    },
    swallow: () => {
      silent = true;
      for (const silence of silences) silence();
    },
    heal: () => {
      silent = false;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}
