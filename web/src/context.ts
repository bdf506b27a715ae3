// SPDX-License-Identifier: Apache-2.0
// What every part of the page needs: look-ups, words, the filter, and a way to open evidence.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { report_passes } from "./columns";
import type { Index, Item, Story } from "./data";
import { term, words, type Language, type Words } from "./words";

/** What the reader wants to see; `from` and `to` are days of publication, `by_origin` null = decided by size. */
export interface Filter {
  outlet: string; speaker: string; query: string; from: string; to: string; singles: boolean; by_origin: boolean | null;
}
export const kNoFilter: Filter = { outlet: "", speaker: "", query: "", from: "", to: "", singles: false, by_origin: null };

export interface Page {
  index: Index;
  story: Story;
  language: Language;
  filter: Filter;
  set_filter: (filter: Filter) => void;
  /** Opens the evidence panel on an item. */
  open: (item: string) => void;
}

export const PageContext = createContext<Page | null>(null);

export function use_page(): Page & { w: Words; t: (key: string) => string } {
  const page = useContext(PageContext)!;
  return { ...page, w: words(page.language), t: (key) => term(page.language, key) };
}

/** True if the item passes the filter for outlet, day, speaker and search words. */
export function passes({ index, filter }: Page, item: Item): boolean {
  if (!report_passes(index, filter, item.report)) return false;
  if (filter.speaker && index.speaker(item) !== filter.speaker) return false;
  if (!filter.query) return true;
  const haystack = [index.words(item), index.speaker(item) ?? "", index.outlet(item.report)].join(" ").toLowerCase();
  return filter.query.toLowerCase().split(/\s+/).every((word) => haystack.includes(word));
}
