import http from "node:http";

/** One account's calls over connections that stay open. */
export interface BenchAccount {
  /** Sends the inputs as one request, as a batch when they are several; resolves to what each came to. */
  call(path: string, inputs: readonly object[]): Promise<readonly BenchAnswer[]>;
}

export interface BenchAnswer {
  readonly bookingId: string;
  readonly version: number;
}

interface Reply {
  readonly status: number;
  readonly cookies: readonly string[];
  readonly text: string;
}

/** Signs in at the server; throws for every answer that is no success. */
export async function benchAccount(base: string, email: string, password: string): Promise<BenchAccount> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: 16 });
  const { cookies } = await send(
    agent,
    `${base}/api/auth/sign-in/email`,
    { email, password },
    { origin: base },
  );
  const headers = { origin: base, cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") };
  return {
    async call(path, inputs) {
      const [only, ...others] = inputs;
      if (others.length === 0) {
        const { text } = await send(agent, `${base}/api/trpc/${path}`, { json: only }, headers);
        return [JSON.parse(text).result.data.json];
      }
      const paths = inputs.map(() => path).join(",");
      const body = Object.fromEntries(inputs.map((input, index) => [index, { json: input }]));
      const { text } = await send(agent, `${base}/api/trpc/${paths}?batch=1`, body, headers);
      const answers: { result: { data: { json: BenchAnswer } } }[] = JSON.parse(text);
      return answers.map((answer) => answer.result.data.json);
    },
  };
}

function send(
  agent: http.Agent,
  url: string,
  body: unknown,
  headers: Readonly<Record<string, string>>,
): Promise<Reply> {
  const text = JSON.stringify(body);
  const length = String(Buffer.byteLength(text));
  const all = { "content-type": "application/json", "content-length": length, ...headers };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { agent, method: "POST", headers: all }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const reply = {
          status: answer.statusCode ?? 0,
          cookies: answer.headers["set-cookie"] ?? [],
          text: Buffer.concat(chunks).toString("utf8"),
        };
        if (reply.status === 200) resolve(reply);
        else reject(new Error(`${url} answered ${reply.status}: ${reply.text.slice(0, 300)}`));
      });
    });
    request.on("error", reject);
    request.end(text);
  });
}
