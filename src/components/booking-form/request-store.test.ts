import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { RequestStore } from "./request-store";
import { emptyRequest } from "./request-values";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function opened(isRecovered = false) {
  const onDirty = vi.fn();
  const onKeep = vi.fn();
  return { store: new RequestStore(emptyRequest(), { onDirty, onKeep }, isRecovered), onDirty, onKeep };
}

const titled = (title: string) => ({ ...emptyRequest(), title });

test("several changes in a moment are kept once, the last one", () => {
  const { store, onKeep } = opened();
  store.change(titled("Tea"));
  store.change(titled("Tea tasting"));
  vi.runAllTimers();
  expect(onKeep.mock.calls).toEqual([[titled("Tea tasting")]]);
});

test("handing back what it holds is no change", () => {
  const { store, onDirty, onKeep } = opened();
  store.change(emptyRequest());
  vi.runAllTimers();
  expect(onDirty).not.toHaveBeenCalled();
  expect(onKeep).not.toHaveBeenCalled();
});

test("a page that goes away keeps what waits, and only that", () => {
  const { store, onKeep } = opened();
  store.keep();
  store.change(titled("Tea"));
  store.keep();
  vi.runAllTimers();
  expect(onKeep).toHaveBeenCalledTimes(1);
});

test("after the end nothing is kept", () => {
  const { store, onKeep } = opened();
  store.change(titled("Tea"));
  store.end();
  store.change(titled("Coffee"));
  vi.runAllTimers();
  expect(onKeep).not.toHaveBeenCalled();
});
