"use client";

import { useRef } from "react";

/**
 * Idempotency keys for a form: the same wish keeps its key however often it is sent, another wish gets another,
 * since a key with a different body is a conflict.
 */
export function useFreshKey(): (wish: unknown) => string {
  const last = useRef<{ wish: string; key: string } | null>(null);
  return (wish) => {
    const text = JSON.stringify(wish);
    if (last.current?.wish !== text) last.current = { wish: text, key: newKey() };
    return last.current.key;
  };
}

/** A random key; `crypto.randomUUID` is missing where the agency runs the product over plain HTTP. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
