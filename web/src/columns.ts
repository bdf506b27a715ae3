// SPDX-License-Identifier: Apache-2.0
// The columns of the claims table: a report each, or an origin each, so that forty copies of one text are one column.
import { by_time, day_of, show_time, type Index, type Item, type Story } from "./data";
import { report_passes, type Filter } from "./filter";
import type { Words } from "./words";

export interface Column { key: string; name: string; notes: string[]; reports: Set<string> }
/** Items with the same words and speaker in one cell; the first stands for all. */
export interface CellEntry { item: Item; count: number }

/** Stories of more reports than this start with a column per origin. */
const kManyReports = 8;

export function grouped_by_origin(story: Story, filter: Filter): boolean {
  return filter.by_origin ?? (story.reports.length > kManyReports && story.origins.length < story.reports.length);
}

function in_order_of_time(index: Index, ids: string[]): string[] {
  // A month or an inferred span stands behind the days in it: it is not known to be earlier than they are.
  const key = (id: string) => index.report(id).published?.latest ?? index.report(id).published?.value;
  const inferred = (id: string) => Number(index.report(id).published?.basis === "inferred");
  return [...ids].sort((a, b) => by_time(key(a), key(b)) || inferred(a) - inferred(b));
}

function names(index: Index, ids: string[]): string {
  const all = [...new Set(ids.map((id) => index.outlet(id)))];
  return all.length <= 2 ? all.join(", ") : `${all[0]} + ${all.length - 1}`;
}

/** Number of each report's origin within the story, counted from 1. */
function origin_numbers(story: Story): Map<string, number> {
  return new Map(story.origins.flatMap((reports, i) => reports.map((id): [string, number] => [id, i + 1])));
}

export function columns_of(index: Index, story: Story, filter: Filter, w: Words): Column[] {
  const shown = in_order_of_time(index, story.reports.filter((id) => report_passes(index, filter, id)));
  const origins = origin_numbers(story), grouped = grouped_by_origin(story, filter);
  const groups = new Map<string, string[]>();
  for (const id of shown) {
    const key = grouped ? `o${origins.get(id) ?? id}` : id;
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  return [...groups].map(([key, ids]) => {
    const agencies = [...new Set(ids.flatMap((id) => index.report(id).agencies))];
    const origin = `${w.origin} ${origins.get(ids[0]) ?? "?"}${agencies.length > 0 ? " · " + agencies.join(", ") : ""}`;
    const notes = [show_time(index.report(ids[0]).published, w.unknown_time), origin];
    if (ids.length > 1) notes.push(`${ids.length} ${w.reports}`);
    return { key, name: names(index, ids), notes, reports: new Set(ids) };
  });
}

/** The entries of one cell, in order of time. */
export function cell_entries(index: Index, items: Item[], column: Column): CellEntry[] {
  const entries = new Map<string, CellEntry>();
  for (const item of items) {
    if (!column.reports.has(item.report)) continue;
    const key = `${index.speaker(item)}|${index.words(item).toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ")}`;
    const known = column.reports.size > 1 ? entries.get(key) : undefined;
    if (known) known.count += 1;
    else entries.set(column.reports.size > 1 ? key : item.id, { item, count: 1 });
  }
  return [...entries.values()].sort((a, b) => (day_of(index.report(a.item.report).published) ?? 0) - (day_of(index.report(b.item.report).published) ?? 0));
}
