"use client";

import { useState } from "react";
import { cn } from "@/components/ui/cn";
import { type Theme, themeCookie, themes } from "./theme";

const labels: Record<Theme, string> = { light: "Light", dark: "Dark", system: "System" };
const YEAR_SECONDS = 31_536_000;

export interface ThemeSwitchProps {
  theme: Theme;
}

/** Light, dark or as the system. Takes effect at once; the cookie tells the server for the next page (U-59). */
export function ThemeSwitch({ theme }: ThemeSwitchProps) {
  const [chosen, setChosen] = useState(theme);
  const choose = (next: Theme) => {
    setChosen(next);
    document.documentElement.dataset.theme = next;
    document.cookie = `${themeCookie}=${next}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
  };
  return (
    <div role="group" aria-label="Theme" className="flex gap-0.5 rounded-control bg-sunken p-0.5">
      {themes.map((option) => (
        <button
          key={option}
          type="button"
          aria-pressed={chosen === option}
          onClick={() => choose(option)}
          className={cn(
            "min-h-[max(1.75rem,calc(var(--target)-4px))] flex-1 rounded-badge px-2 text-meta transition-colors duration-120",
            chosen === option ? "bg-raised font-medium text-text" : "text-muted hover:text-text",
          )}
        >
          {labels[option]}
        </button>
      ))}
    </div>
  );
}
