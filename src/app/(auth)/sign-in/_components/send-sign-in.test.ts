import { expect, test } from "vitest";
import { sendSignIn } from "./send-sign-in";

const credentials = { email: "ana@agency.example", password: "grass over the hill", next: "/field" };

function answering(status: number, body: unknown): typeof fetch {
  return () => Promise.resolve(Response.json(body, { status }));
}

test("a success leads on, and only within our own pages", async () => {
  expect(await sendSignIn(credentials, answering(200, { next: "/field" }))).toEqual({ next: "/field" });
  expect(await sendSignIn(credentials, answering(200, { next: "//evil.example" }))).toEqual({ next: "/" });
});

test("a refusal shows the server's sentence", async () => {
  const refused = answering(401, { code: "WRONG_CREDENTIALS", message: "Not right." });
  expect(await sendSignIn(credentials, refused)).toEqual({ problem: "Not right." });
});

test.each<[string, typeof fetch]>([
  ["no network", () => Promise.reject(new TypeError("offline"))],
  ["a page instead of an answer", () => Promise.resolve(new Response("<html>", { status: 502 }))],
  ["a success that says nothing", answering(200, {})],
])("%s asks to try again", async (_name, send) => {
  expect(await sendSignIn(credentials, send)).toEqual({
    problem: expect.stringMatching(/could not be reached/),
  });
});
