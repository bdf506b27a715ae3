// SPDX-License-Identifier: Apache-2.0
// What every part of the page needs: look-ups, words, the filter, and a way to open evidence.
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Index, Item, Story } from "./data";
import { report_passes, type Filter } from "./filter";
import { term, words, type Language, type Words } from "./words";

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
