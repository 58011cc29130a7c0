import { describe, expect, test } from "vitest";
import { InvalidEnvironment, parseEnv } from "@/env";

const SECRET = "Zk3v9QpLw7sXc1TbN5mRf8YhJd2GaUeO";
const DATABASE_URL = "postgresql://app:pw@db.internal:5432/muster";
const base = { DATABASE_URL, AUTH_SECRET: SECRET };
const production = { ...base, NODE_ENV: "production" };

function refusal(source: Record<string, string>): string {
  try {
    parseEnv(source);
  } catch (error) {
    if (error instanceof InvalidEnvironment) return error.message;
    throw error;
  }
  return "accepted";
}

describe("parseEnv", () => {
  test("fills in what interface.md promises", () => {
    expect(parseEnv(base)).toEqual({
      mode: "development",
      port: 3000,
      database: {
        url: `${DATABASE_URL}?options=-c%20TimeZone%3DUTC`,
        ownerUrl: `${DATABASE_URL}?options=-c%20TimeZone%3DUTC`,
        directUrl: `${DATABASE_URL}?options=-c%20TimeZone%3DUTC`,
        isEmbedded: false,
      },
      dataDir: ".data",
      appUrl: "http://localhost:3000",
      trustedOrigins: ["http://localhost:3000", "http://127.0.0.1:3000"],
      authSecret: SECRET,
      demo: false,
      worker: "inline",
      smtpUrl: undefined,
      metricsToken: undefined,
      trustedProxies: [],
    });
  });

  test("counts an empty variable as absent", () => {
    expect(parseEnv({ ...base, PORT: "", SMTP_URL: "", DEMO: "" })).toEqual(parseEnv(base));
  });

  test("keeps the options an address already has", () => {
    const url = `${DATABASE_URL}?sslmode=require&options=-c%20search_path%3Dmuster`;
    expect(new URL(parseEnv({ ...base, DATABASE_URL: url }).database.url).searchParams.get("options")).toBe(
      "-c search_path=muster -c TimeZone=UTC",
    );
  });

  test("takes the owner's and the direct address where they are given", () => {
    const { database } = parseEnv({
      ...base,
      DATABASE_OWNER_URL: "postgres://o@h/d",
      DATABASE_DIRECT_URL: "postgres://l@h/d",
    });
    expect(database.ownerUrl).toBe("postgres://o@h/d?options=-c%20TimeZone%3DUTC");
    expect(database.directUrl).toBe("postgres://l@h/d?options=-c%20TimeZone%3DUTC");
  });

  test("keeps the owner's work off a pooler", () => {
    const { database } = parseEnv({ ...base, DATABASE_DIRECT_URL: "postgres://l@h/d" });
    expect(database.url).not.toBe(database.directUrl);
    expect(database.ownerUrl).toBe(database.directUrl);
  });

  test.each([
    ["PORT", "70000", "PORT must be a whole number from 1 to 65535."],
    ["PORT", "3e3", "PORT must be a whole number from 1 to 65535."],
    [
      "DATABASE_URL",
      "mysql://h/d",
      "DATABASE_URL must be an address that begins with postgresql://… or postgres://….",
    ],
    ["APP_URL", "muster.test", "APP_URL must be an address that begins with https://… or http://…."],
    ["WORKER", "on", "WORKER must be inline or off."],
    ["DEMO", "yes", "DEMO must be 0 or 1."],
    ["NODE_ENV", "staging", "NODE_ENV must be development or production or test."],
    ["SMTP_URL", "mail.test", "SMTP_URL must be an address that begins with smtp://… or smtps://…."],
    ["METRICS_TOKEN", "short", "METRICS_TOKEN must have at least 16 characters."],
  ])("refuses %s=%s with one sentence", (name, value, sentence) => {
    expect(refusal({ ...base, [name]: value })).toBe(sentence);
  });

  test("names every wrong value at once", () => {
    expect(refusal({ ...base, PORT: "x", WORKER: "x" }).split("\n")).toHaveLength(2);
  });

  test("needs a database and a secret, and says where they come from", () => {
    expect(refusal({})).toMatch(/^DATABASE_URL is missing.*\nAUTH_SECRET is missing/);
  });
});

describe("parseEnv in production", () => {
  test("accepts a strong secret and an https address, and trusts that origin alone", () => {
    const env = parseEnv({ ...production, APP_URL: "https://muster.agency.com/" });
    expect(env.appUrl).toBe("https://muster.agency.com");
    expect(env.trustedOrigins).toEqual(["https://muster.agency.com"]);
  });

  test.each(["short", "a".repeat(64), `please-changeme-${SECRET}`, "better-auth-secret-123456789-abcdefgh"])(
    "refuses the secret %s without repeating it",
    (secret) => {
      const message = refusal({ ...production, AUTH_SECRET: secret });
      expect(message).toMatch(/^AUTH_SECRET is too weak for production/);
      expect(message).not.toContain(secret);
    },
  );

  test("refuses demo data on a real database, and allows it on the embedded one", () => {
    expect(refusal({ ...production, DEMO: "1" })).toMatch(
      /^DEMO=1 is refused in production on a real database/,
    );
    expect(parseEnv({ ...production, DEMO: "1", DATABASE_EMBEDDED: "1" }).demo).toBe(true);
    expect(parseEnv({ ...base, DEMO: "1" }).demo).toBe(true);
  });

  test.each([
    "http://muster.agency.com",
    "http://10.0.0.5:3000",
    "http://localhost.agency.com",
    "http://127.agency.com",
  ])("refuses %s as APP_URL", (url) => {
    expect(refusal({ ...production, APP_URL: url })).toMatch(/^APP_URL must begin with https/);
  });

  test.each(["http://localhost:4000", "http://127.0.0.1:3000", "http://[::1]:3000"])(
    "allows %s as APP_URL",
    (url) => {
      expect(parseEnv({ ...production, APP_URL: url }).appUrl).toBe(url);
    },
  );
});

test("our own proxies are listed by address or network, and anything else is refused", () => {
  expect(parseEnv({ ...base, TRUST_PROXY: "127.0.0.1, 10.0.0.0/8 ::1" }).trustedProxies).toEqual([
    "127.0.0.1",
    "10.0.0.0/8",
    "::1",
  ]);
  expect(() => parseEnv({ ...base, TRUST_PROXY: "proxy.example" })).toThrow(/TRUST_PROXY must be/);
});
