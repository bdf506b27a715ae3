// SPDX-License-Identifier: Apache-2.0
// What the reader wants to see.
import type { Index } from "./data";

/** `from` and `to` are days of publication, `by_origin` null = decided by size. */
export interface Filter {
  outlet: string; speaker: string; query: string; from: string; to: string; singles: boolean; by_origin: boolean | null;
}
export const kNoFilter: Filter = { outlet: "", speaker: "", query: "", from: "", to: "", singles: false, by_origin: null };

/** True if the report passes the filters that hide whole columns. */
export function report_passes(index: Index, filter: Filter, id: string): boolean {
  if (filter.outlet && index.outlet(id) !== filter.outlet) return false;
  const published = index.report(id).published;
  const first = published?.earliest ?? published?.value ?? null, last = published?.latest ?? published?.value ?? null;
  if (filter.from && (last === null || last.slice(0, 10) < filter.from)) return false;
  return !(filter.to && (first === null || first.slice(0, 10) > filter.to));
}
