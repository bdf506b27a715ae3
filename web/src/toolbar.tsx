// SPDX-License-Identifier: Apache-2.0
// The bar on top: story, search, filters, language, theme.
import { useState } from "preact/hooks";
import { use_page } from "./context";
import type { Story } from "./data";
import { kNoFilter, type Filter } from "./filter";
import { words, type Language } from "./words";

interface Props {
  language: Language;
  set_language: (language: Language) => void;
  filter: Filter;
  set_filter: (filter: Filter) => void;
}

function toggle_theme() {
  const root = document.documentElement;
  const dark = root.dataset.theme === "dark" || (!root.dataset.theme && matchMedia("(prefers-color-scheme: dark)").matches);
  root.dataset.theme = dark ? "light" : "dark";
}

const option = (s: Story) => <option value={s.id} key={s.id}>{`${s.title || s.id} (${s.reports.length})`}</option>;

function choices(values: (string | null)[]): string[] {
  return [...new Set(values.filter((v): v is string => v !== null))].sort((a, b) => a.localeCompare(b, "de"));
}

export function Toolbar({ language, set_language, filter, set_filter }: Props) {
  const { index, story } = use_page();
  const w = words(language);
  const in_story = new Set(story.reports);
  const items = [...index.items.values()].filter((item) => in_story.has(item.report));
  const outlets = choices(story.reports.map((id) => index.outlet(id)));
  const speakers = choices(items.map((item) => index.speaker(item)));
  const [shows_filters, set_shows_filters] = useState(false);
  const value = (event: Event) => (event.currentTarget as HTMLInputElement | HTMLSelectElement).value;
  return (
    <header class="toolbar">
      <strong class="brand">Quellenlage</strong>
      {index.stories.length > 1 && (
        <label>{w.story}
          <select value={story.id} onChange={(e) => { location.hash = value(e); set_filter(kNoFilter); }}>
            {index.topics.length > 0 && <optgroup label={w.topics}>{index.topics.map(option)}</optgroup>}
            {index.topics.length > 0 ? <optgroup label={w.stories}>{index.stories.map(option)}</optgroup> : index.stories.map(option)}
          </select>
        </label>
      )}
      <label>{w.search}
        <input type="search" value={filter.query} onInput={(e) => set_filter({ ...filter, query: value(e) })} />
      </label>
      <button type="button" class="filter-toggle" aria-expanded={shows_filters} aria-controls="filters" onClick={() => set_shows_filters(!shows_filters)}>{w.filter}</button>
      <div class={`filters${shows_filters ? " open" : ""}`} id="filters">
      <label>{w.outlets}
        <select value={filter.outlet} onChange={(e) => set_filter({ ...filter, outlet: value(e) })}>
          <option value="">{w.all_outlets}</option>
          {outlets.map((o) => <option value={o} key={o}>{o}</option>)}
        </select>
      </label>
      <label>{w.speakers}
        <select value={filter.speaker} onChange={(e) => set_filter({ ...filter, speaker: value(e) })}>
          <option value="">{w.all_speakers}</option>
          {speakers.map((s) => <option value={s} key={s}>{s}</option>)}
        </select>
      </label>
      <label>{w.from_day}
        <input type="date" value={filter.from} onChange={(e) => set_filter({ ...filter, from: value(e) })} />
      </label>
      <label>{w.to_day}
        <input type="date" value={filter.to} onChange={(e) => set_filter({ ...filter, to: value(e) })} />
      </label>
      </div>
      <span class="spacer" />
      <button type="button" lang={language === "de" ? "en" : "de"} onClick={() => set_language(language === "de" ? "en" : "de")}>{w.language}</button>
      <button type="button" onClick={toggle_theme}>{w.theme}</button>
    </header>
  );
}
