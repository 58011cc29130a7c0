import { expect, test } from "vitest";
import { deviceName, shortAddress } from "./device-name";

test("devices are named as people know them", () => {
  const agents: readonly (readonly [string | null, string])[] = [
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36",
      "Chrome on Windows",
    ],
    [
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
      "Edge on Windows",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    [
      "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
      "Chrome on Android",
    ],
    ["Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0", "Firefox on Linux"],
    ["curl/8.5.0", "Unknown device"],
    [null, "Unknown device"],
  ];
  for (const [agent, name] of agents) expect([agent, deviceName(agent)]).toEqual([agent, name]);
});

test("addresses are as short as they can be written", () => {
  expect(shortAddress("2001:0db8:0000:0000:0000:0000:0000:00ff")).toBe("2001:db8::ff");
  expect(["192.0.2.1", "no:address"].map(shortAddress)).toEqual(["192.0.2.1", "no:address"]);
});

test("an address of the server itself is said in words, with or without its host part", () => {
  const loopback = [
    "127.0.0.1",
    "0000:0000:0000:0000:0000:0000:0000:0001",
    "0000:0000:0000:0000:0000:0000:0000:0000",
  ];
  expect(new Set(loopback.map(shortAddress))).toEqual(new Set(["the server’s own machine"]));
});
