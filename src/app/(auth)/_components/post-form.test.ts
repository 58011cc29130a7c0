import { expect, test } from "vitest";
import { postForm } from "./post-form";

const fields = { email: "ana@agency.example" };

function answering(status: number, body: unknown): typeof fetch {
  return () => Promise.resolve(Response.json(body, { status }));
}

test("a good answer hands out the field that was asked for", async () => {
  expect(await postForm("/x", fields, "next", answering(200, { next: "/field" }))).toEqual({
    said: "/field",
  });
});

test("a refusal shows the server's sentence", async () => {
  const refused = answering(401, { code: "WRONG_CREDENTIALS", message: "Not right.", next: "/field" });
  expect(await postForm("/x", fields, "next", refused)).toEqual({ problem: "Not right." });
});

test.each<[string, typeof fetch]>([
  ["no network", () => Promise.reject(new TypeError("offline"))],
  ["a page instead of an answer", () => Promise.resolve(new Response("<html>", { status: 502 }))],
  ["a success that says nothing", answering(200, {})],
  ["a failure that says nothing", answering(500, null)],
])("%s asks to try again", async (_name, send) => {
  expect(await postForm("/x", fields, "next", send)).toEqual({
    problem: expect.stringMatching(/could not be reached/),
  });
});
