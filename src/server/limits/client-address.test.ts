import { expect, test } from "vitest";
import { clientAddress, networkOf, trustedProxies } from "./client-address";

const none = trustedProxies([]);
const proxies = trustedProxies(["10.0.0.0/8", "::1"]);

test.each([
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"],
  ["2001:0DB8:1:2::1", "2001:db8:1:2::/64"],
  ["2001:db8::1", "2001:db8:0:0::/64"],
  ["::1", "0:0:0:0::/64"],
  ["fe80::1%eth0", "fe80:0:0:0::/64"],
  ["192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7"],
  ["not an address", "unknown"],
  ["", "unknown"],
])("%s counts as %s", (address, network) => {
  expect(networkOf(address)).toBe(network);
});

test("without a trusted proxy a forwarded header changes nothing", () => {
  expect(clientAddress("192.0.2.7", "198.51.100.1", none)).toBe("192.0.2.7");
  expect(clientAddress("192.0.2.7", "198.51.100.2", proxies)).toBe("192.0.2.7");
});

test("a trusted proxy is believed, and what the client wrote left of it is not", () => {
  expect(clientAddress("10.1.2.3", "203.0.113.9, 198.51.100.1", proxies)).toBe("198.51.100.1");
  expect(clientAddress("::ffff:10.1.2.3", "203.0.113.9, 198.51.100.1, 10.9.9.9", proxies)).toBe(
    "198.51.100.1",
  );
});

test("a proxy that forwards nothing readable is counted itself", () => {
  expect(clientAddress("10.1.2.3", null, proxies)).toBe("10.1.2.3");
  expect(clientAddress("10.1.2.3", "garbage", proxies)).toBe("10.1.2.3");
});

test("no connection and no proxy leave the address unknown", () => {
  expect(clientAddress(null, "198.51.100.1", proxies)).toBe("unknown");
});

test.each(["10.0.0.0/33", "::1/129", "proxy.example", "10.0.0.0/x", ""])(
  "the entry %j is refused",
  (entry) => {
    expect(() => trustedProxies([entry])).toThrow(RangeError);
  },
);
