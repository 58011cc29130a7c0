"use client";

import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { ClientFilter, usePlaceNames } from "@/app/admin/_components/place-filters";
import { FilterBar, FilterChip } from "@/components/ui/filter-chips";
import { NativeSelect } from "@/components/ui/native-select";
import { useTRPC } from "@/trpc/client";
import { zoneCity } from "@/values/format-time";
import { staffRoles } from "@/values/staff-roles";
import type { StaffingFilter } from "./staffing-view";

const roleOptions = staffRoles.map((role) => ({ value: role, label: role }));

export interface StaffingFiltersProps {
  filter: StaffingFilter;
  onFilter: (part: Partial<StaffingFilter>) => void;
  /** Present when anything is filtered. */
  onClear: (() => void) | undefined;
  summary: string | undefined;
  /** What only one of the screens asks for. */
  children?: ReactNode;
}

/** Role, manager and region; the client behind its button (U-7). */
export function StaffingFilters({ filter, onFilter, onClear, summary, children }: StaffingFiltersProps) {
  const trpc = useTRPC();
  const choices = useQuery(trpc.events.choices.queryOptions());
  const { managers = [], zones = [] } = choices.data ?? {};
  const names = usePlaceNames({ client: filter.client, venue: null });
  return (
    <FilterBar {...(onClear && { onClear })} {...(summary !== undefined && { summary })}>
      {children}
      <NativeSelect
        aria-label="Role"
        placeholder="All roles"
        options={roleOptions}
        value={filter.role}
        onChange={({ target: { value } }) => onFilter({ role: value })}
      />
      <NativeSelect
        aria-label="Manager"
        placeholder="All managers"
        options={managers.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.manager ?? ""}
        onChange={({ target: { value } }) => onFilter({ manager: value === "" ? null : value })}
      />
      <NativeSelect
        aria-label="Region"
        placeholder="All regions"
        options={zones.map((zone) => ({ value: zone, label: `${zoneCity(zone)} time` }))}
        value={filter.zone ?? ""}
        onChange={({ target: { value } }) => onFilter({ zone: value === "" ? null : value })}
      />
      <ClientFilter client={filter.client} onChoose={(client) => onFilter({ client })} />
      {filter.client === null ? null : (
        <FilterChip label="Client" value={names.client} onRemove={() => onFilter({ client: null })} />
      )}
    </FilterBar>
  );
}
