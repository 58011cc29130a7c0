import { expect, test } from "vitest";
import { isUuid } from "@/values/ids";
import {
  type FieldPhoto,
  nextToSend,
  photoIdOf,
  photosProblem,
  sentIds,
  stateWords,
  waiting,
  withChange,
  withFiles,
} from "./field-photo";

const file = new Blob(["x"]);
const photo = (id: string, change: Partial<FieldPhoto> = {}): FieldPhoto => ({
  ...waiting({ id, file }),
  ...change,
});

test("chosen files come behind those that are there, five in all", () => {
  let made = 0;
  const newId = () => `new-${(made += 1)}`;
  const photos = withFiles([photo("a"), photo("b"), photo("c")], [file, file, file, file], newId);
  expect(photos.map(({ id }) => id)).toEqual(["a", "b", "c", "new-1", "new-2"]);
  expect(withFiles(photos, [file], newId)).toHaveLength(5);
});

test("one after the other: what is being sent keeps its turn, what failed or is sent has had it", () => {
  const photos = [photo("a", { state: "sent" }), photo("b", { state: "failed" }), photo("c"), photo("d")];
  expect(nextToSend(photos)?.id).toBe("c");
  expect(nextToSend(withChange(photos, "c", { state: "sending" }))?.id).toBe("c");
  expect(nextToSend(withChange(photos, "c", { state: "sent" }))?.id).toBe("d");
  expect(nextToSend([])).toBeNull();
});

test("a report names what is sent, and waits for the rest", () => {
  const photos = [photo("a", { state: "sent" }), photo("b", { state: "sending" })];
  expect(sentIds(photos)).toEqual(["a"]);
  expect(photosProblem(photos)).toBe("Wait until every photo is sent.");
  expect(photosProblem(withChange(photos, "b", { state: "failed" }))).toBe(
    "Send each photo again, or remove it.",
  );
  expect(photosProblem(withChange(photos, "b", { state: "sent" }))).toBeNull();
  expect(photosProblem([])).toBeNull();
});

test("the state is said in words, the network honestly", () => {
  expect(stateWords(photo("a"), false)).toBe("Waiting for network");
  expect(stateWords(photo("a"), true)).toBe("Waiting to be sent");
  expect(stateWords(photo("a", { state: "sending", progress: 0.456 }), true)).toBe("Sending, 46 %");
  expect(stateWords(photo("a", { state: "sending", progress: 0.456 }), false)).toBe("Waiting for network");
  expect(stateWords(photo("a", { state: "failed", problem: "This photo is empty." }), true)).toBe(
    "This photo is empty.",
  );
});

test("ids are UUIDs, also where the browser makes none itself", () => {
  expect(photoIdOf("0123456789abcdef0123456789abcdef")).toBe("01234567-89ab-4def-a123-456789abcdef");
  expect(isUuid(photoIdOf("f".repeat(32)))).toBe(true);
});
