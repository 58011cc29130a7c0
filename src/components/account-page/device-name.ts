const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone/, "iPhone"],
  [/iPad/, "iPad"],
  [/Android/, "Android"],
  [/CrOS/, "ChromeOS"],
  [/Windows/, "Windows"],
  [/Macintosh|Mac OS X/, "Mac"],
  [/Linux/, "Linux"],
];

/** Browsers name themselves after one another; the first that matches is the one meant. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg(?:e|A|iOS)?\//, "Edge"],
  [/OPR\/|Opera/, "Opera"],
  [/SamsungBrowser\//, "Samsung Internet"],
  [/Firefox\/|FxiOS\//, "Firefox"],
  [/Chrome\/|CriOS\/|Chromium\//, "Chrome"],
  [/Safari\//, "Safari"],
];

/** "Chrome on Windows", from a browser's description of itself; what cannot be told is said to be unknown. */
export function deviceName(userAgent: string | null): string {
  const text = userAgent ?? "";
  const system = systems.find(([pattern]) => pattern.test(text))?.[1];
  const browser = browsers.find(([pattern]) => pattern.test(text))?.[1];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? "Unknown device";
}

/** Loopback; of an IPv6 address sessions keep the network alone, which is nothing but zeros here. */
const OWN_MACHINE = ["127.0.0.1", "::1", "::"];

/** An address as short as it can be written: IPv6 without its groups of zeros (RFC 5952); loopback in words. */
export function shortAddress(address: string): string {
  const host = `http://[${address}]/`;
  const short = URL.canParse(host) ? new URL(host).hostname.slice(1, -1) : address;
  return OWN_MACHINE.includes(short) ? "the server’s own machine" : short;
}
