import * as z from "zod";

/** The checked configuration. Addresses of the database pin their sessions to UTC. */
export type Env = {
  readonly mode: "development" | "production" | "test";
  readonly port: number;
  readonly database: {
    /** What requests and the dispatcher use. */
    readonly url: string;
    /**
     * Migrations, partitions, retention: the direct address where a server knows one role only, since a detach sets its
     * session's limits, which a pooler would hand on to others.
     */
    readonly ownerUrl: string;
    /** For LISTEN and session locks, past any pooler. */
    readonly directUrl: string;
    readonly isEmbedded: boolean;
  };
  readonly dataDir: string;
  /** Without a slash at the end. */
  readonly appUrl: string;
  /** Every origin a browser may act from; never holds localhost where `appUrl` is public (security S-33). */
  readonly trustedOrigins: readonly string[];
  readonly authSecret: string;
  readonly demo: boolean;
  readonly worker: "inline" | "off";
  readonly smtpUrl: string | undefined;
  readonly metricsToken: string | undefined;
  /** Addresses and networks of our own reverse proxies: only what they forward is believed. */
  readonly trustedProxies: readonly string[];
};

type Source = Readonly<Record<string, string | undefined>>;

/** Its message holds one sentence per wrong value, one per line, and never the value of a secret. */
export class InvalidEnvironment extends Error {
  override readonly name = "InvalidEnvironment";
}

const SECRET_LENGTH_MIN = 32;
const SECRET_DISTINCT_MIN = 10;
const TOKEN_LENGTH_MIN = 16;
const PLACEHOLDER = /change.?me|placeholder|example|only-for-tests|password|better-auth-secret|0123456789/i;

function address(name: string, protocols: readonly string[]) {
  const kinds = protocols.map((protocol) => `${protocol}//…`).join(" or ");
  return z
    .string()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
      error: `${name} must be an address that begins with ${kinds}.`,
    })
    .optional();
}

function choice<const Values extends readonly [string, ...string[]]>(name: string, values: Values) {
  return z.enum(values, { error: `${name} must be ${values.join(" or ")}.` });
}

const POSTGRES = ["postgresql:", "postgres:"];

const variables = z.object({
  NODE_ENV: choice("NODE_ENV", ["development", "production", "test"]).default("development"),
  PORT: z
    .string()
    .refine((text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65_535, {
      error: "PORT must be a whole number from 1 to 65535.",
    })
    .default("3000"),
  DATABASE_URL: address("DATABASE_URL", POSTGRES),
  DATABASE_OWNER_URL: address("DATABASE_OWNER_URL", POSTGRES),
  DATABASE_DIRECT_URL: address("DATABASE_DIRECT_URL", POSTGRES),
  // Set by the launch scripts when they run the database of DATA_DIR themselves.
  DATABASE_EMBEDDED: choice("DATABASE_EMBEDDED", ["0", "1"]).default("0"),
  DATA_DIR: z.string().default(".data"),
  APP_URL: address("APP_URL", ["https:", "http:"]),
  AUTH_SECRET: z.string().optional(),
  DEMO: choice("DEMO", ["0", "1"]).default("0"),
  WORKER: choice("WORKER", ["inline", "off"]).default("inline"),
  SMTP_URL: address("SMTP_URL", ["smtp:", "smtps:"]),
  TRUST_PROXY: z
    .string()
    .regex(/^[0-9a-fA-F.:]+(?:\/\d{1,3})?(?:[ ,]+[0-9a-fA-F.:]+(?:\/\d{1,3})?)*$/, {
      error: "TRUST_PROXY must be a list of addresses or networks, such as 127.0.0.1, 10.0.0.0/8.",
    })
    .optional(),
  METRICS_TOKEN: z
    .string()
    .min(TOKEN_LENGTH_MIN, { error: `METRICS_TOKEN must have at least ${TOKEN_LENGTH_MIN} characters.` })
    .optional(),
});

type Variables = z.infer<typeof variables>;

/**
 * Checks the variables of the environment; an empty one counts as absent.
 * @throws InvalidEnvironment for a value that is wrong by itself or unsafe in production (security S-33,
 * S-35, S-57)
 */
export function parseEnv(source: Source): Env {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = variables.safeParse(given);
  if (!parsed.success)
    throw new InvalidEnvironment(sentences(parsed.error.issues.map((issue) => issue.message)));
  const values = parsed.data;
  const { DATABASE_URL, AUTH_SECRET } = values;
  const problems = [...missing(values), ...(values.NODE_ENV === "production" ? unsafe(values) : [])];
  if (problems.length > 0 || !DATABASE_URL || !AUTH_SECRET) throw new InvalidEnvironment(sentences(problems));
  return assemble(values, DATABASE_URL, AUTH_SECRET);
}

function sentences(problems: readonly string[]): string {
  return [...new Set(problems)].join("\n");
}

function missing(values: Variables): string[] {
  const problems: string[] = [];
  if (!values.DATABASE_URL) {
    problems.push("DATABASE_URL is missing: npm start and npm run dev set it to the embedded database.");
  }
  if (!values.AUTH_SECRET) {
    problems.push(
      "AUTH_SECRET is missing: set it to a long random text, such as the output of openssl rand -base64 33.",
    );
  }
  return problems;
}

function unsafe(values: Variables): string[] {
  const problems: string[] = [];
  if (values.AUTH_SECRET && isWeak(values.AUTH_SECRET)) {
    problems.push(
      `AUTH_SECRET is too weak for production: use at least ${SECRET_LENGTH_MIN} random characters, such as the output of openssl rand -base64 33.`,
    );
  }
  if (values.DEMO === "1" && values.DATABASE_EMBEDDED === "0") {
    problems.push(
      "DEMO=1 is refused in production on a real database: its accounts have a public password. Make the first administrator with npm run admin:create.",
    );
  }
  if (values.APP_URL && new URL(values.APP_URL).protocol === "http:" && !isLoopback(values.APP_URL)) {
    problems.push(
      "APP_URL must begin with https:// in production, unless it is an address of this machine alone.",
    );
  }
  return problems;
}

function isWeak(secret: string): boolean {
  return (
    secret.length < SECRET_LENGTH_MIN ||
    new Set(secret).size < SECRET_DISTINCT_MIN ||
    PLACEHOLDER.test(secret)
  );
}

function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    hostname === "localhost" ||
    hostname.endsWith(".localhost") ||
    hostname === "[::1]" ||
    /^127(\.\d+){3}$/.test(hostname)
  );
}

function assemble(values: Variables, databaseUrl: string, authSecret: string): Env {
  const appUrl = new URL(values.APP_URL ?? `http://localhost:${values.PORT}`).href.replace(/\/+$/, "");
  return {
    mode: values.NODE_ENV,
    port: Number(values.PORT),
    database: {
      url: inUtc(databaseUrl),
      ownerUrl: inUtc(values.DATABASE_OWNER_URL ?? values.DATABASE_DIRECT_URL ?? databaseUrl),
      directUrl: inUtc(values.DATABASE_DIRECT_URL ?? databaseUrl),
      isEmbedded: values.DATABASE_EMBEDDED === "1",
    },
    dataDir: values.DATA_DIR,
    appUrl,
    trustedOrigins: trustedOrigins(appUrl, values),
    authSecret,
    demo: values.DEMO === "1",
    worker: values.WORKER,
    smtpUrl: values.SMTP_URL,
    metricsToken: values.METRICS_TOKEN,
    trustedProxies: values.TRUST_PROXY?.split(/[ ,]+/) ?? [],
  };
}

/** On a machine that serves only itself, its two usual names are one place. */
function trustedOrigins(appUrl: string, values: Variables): string[] {
  const { origin, protocol, port } = new URL(appUrl);
  const local = (at: string, where: string) => [`${at}//localhost${where}`, `${at}//127.0.0.1${where}`];
  const own = isLoopback(appUrl) ? local(protocol, port === "" ? "" : `:${port}`) : [];
  const development = values.NODE_ENV === "production" ? [] : local("http:", `:${values.PORT}`);
  return [...new Set([origin, ...own, ...development])];
}

/** Prisma misreads timestamps in a session of another zone. */
function inUtc(url: string): string {
  const parsed = new URL(url);
  const options = parsed.searchParams.get("options") ?? "";
  if (/timezone=utc/i.test(options)) return url;
  parsed.searchParams.set("options", `${options} -c TimeZone=UTC`.trim());
  // URL writes a space as a plus, which Postgres clients other than ours take literally.
  return parsed.href.replace(parsed.search, parsed.search.replaceAll("+", "%20"));
}

let checked: Env | undefined;

/** The configuration of this process, checked on first use. @throws InvalidEnvironment */
export function env(): Env {
  checked ??= parseEnv(process.env);
  return checked;
}
