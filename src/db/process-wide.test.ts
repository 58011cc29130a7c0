import { expect, test } from "vitest";
import { closeProcessWide, onProcessStop, processWide } from "./process-wide";

test("a value is made once, whoever asks for it", () => {
  let made = 0;
  const make = () => {
    made += 1;
    return { made };
  };
  expect(processWide("test-value", make)).toBe(processWide("test-value", make));
  expect(made).toBe(1);
});

test("a graceful stop closes streams, then the dispatcher, then pools, each once, whatever fails", async () => {
  const closed: string[] = [];
  onProcessStop("pool", "pools", () => void closed.push("pool"));
  onProcessStop("dispatcher", "dispatcher", () => Promise.reject(new Error("stuck")));
  onProcessStop("stream", "streams", () => void closed.push("replaced"));
  onProcessStop("stream", "streams", () => void closed.push("stream"));
  const failures = await closeProcessWide();
  expect(closed).toEqual(["stream", "pool"]);
  expect(failures.map((failure) => failure.message)).toEqual(["dispatcher did not close"]);
  expect(await closeProcessWide()).toEqual([]);
  expect(closed).toHaveLength(2);
});
