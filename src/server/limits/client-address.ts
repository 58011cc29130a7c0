import { BlockList, isIP } from "node:net";

/** Addresses and networks of our own reverse proxies: only what they forward is believed. */
export interface TrustedProxies {
  includes(address: string): boolean;
}

/** From entries such as `127.0.0.1`, `::1` or `10.0.0.0/8`. Throws RangeError for an entry that is neither. */
export function trustedProxies(entries: readonly string[]): TrustedProxies {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const version = isIP(address);
    const bits = prefix === undefined ? (version === 6 ? 128 : 32) : Number(prefix);
    if (version === 0 || !Number.isInteger(bits) || bits < 0 || bits > (version === 6 ? 128 : 32)) {
      throw new RangeError(`${entry} is no address and no network.`);
    }
    list.addSubnet(address, bits, version === 6 ? "ipv6" : "ipv4");
  }
  return {
    includes: (given) => {
      const address = withoutMapping(given);
      const version = isIP(address);
      return version !== 0 && list.check(address, version === 6 ? "ipv6" : "ipv4");
    },
  };
}

/**
 * The address that a request is counted by, as text; "unknown" when nothing trustworthy names one.
 *
 * `peer` is the other end of the connection. X-Forwarded-For is read from its right end, where our own proxies
 * write, and only while the speaker is one of them: what a client adds on the left is never reached.
 */
export function clientAddress(
  peer: string | null,
  forwardedFor: string | null,
  proxies: TrustedProxies,
): string {
  const path = (forwardedFor ?? "").split(",").map((part) => part.trim());
  let speaker = peer ?? "";
  while (proxies.includes(speaker)) {
    const next = path.pop();
    if (next === undefined || isIP(withoutMapping(next)) === 0) break;
    speaker = next;
  }
  return networkOf(speaker);
}

/** What one household or host holds: an IPv4 address whole, an IPv6 address by its /64 (S-26). */
export function networkOf(given: string): string {
  const address = withoutMapping(given);
  const version = isIP(address);
  if (version === 0) return "unknown";
  if (version === 4) return address;
  const [head = "", tail] = (address.split("%", 1)[0] ?? "").split("::");
  const left = head === "" ? [] : head.split(":");
  const right = tail === undefined || tail === "" ? [] : tail.split(":");
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => "0");
  const groups = tail === undefined ? left : [...left, ...zeros, ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** IPv4 addresses that arrive through an IPv6 socket are written ::ffff:192.0.2.1. */
function withoutMapping(address: string): string {
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1] ?? address;
}
