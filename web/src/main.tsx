// SPDX-License-Identifier: Apache-2.0
// The page: reads the embedded data once and draws the current story. All text of reports goes through Preact's text
// nodes, so it stays text.
import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { PageContext, type Page } from "./context";
import { Index, type Dossier } from "./data";
import { Diagnostics } from "./diagnostics";
import { Evidence } from "./evidence";
import { Figures } from "./figures";
import { kNoFilter, type Filter } from "./filter";
import { Headline } from "./headline";
import { Matrix } from "./matrix";
import { Naming } from "./naming";
import { Repeats } from "./repeats";
import { Speakers } from "./speakers";
import { Texts } from "./texts";
import { Timeline } from "./timeline";
import { Toolbar } from "./toolbar";
import { words, type Language } from "./words";

/** What the address names: "#s1/q3" is an item of a story, "#s1" a story. */
function read_address(index: Index): { story: string; item: string | null } {
  const [story, item] = location.hash.slice(1).split("/");
  const known = index.story(story) ?? index.topics[0] ?? index.stories[0];
  return { story: known?.id ?? "", item: item && index.items.has(item) ? item : null };
}

/** On paper nothing can be opened: all reports and speakers are printed open, and closed again afterwards. */
function open_all_for_print() {
  const closed = [...document.querySelectorAll<HTMLDetailsElement>("details:not([open])")];
  closed.forEach((d) => { d.open = true; });
  addEventListener("afterprint", () => closed.forEach((d) => { d.open = false; }), { once: true });
}

function App({ index }: { index: Index }) {
  const [language, set_language] = useState<Language>(navigator.language.startsWith("en") ? "en" : "de");
  const [address, set_address] = useState(() => read_address(index));
  const [filter, set_filter] = useState<Filter>(kNoFilter);
  const story = index.story(address.story);

  useEffect(() => {
    const follow = () => set_address(read_address(index));
    addEventListener("hashchange", follow);
    return () => removeEventListener("hashchange", follow);
  }, [index]);
  useEffect(() => { document.documentElement.lang = language; }, [language]);
  useEffect(() => { document.title = story?.title ? `${story.title} – Quellenlage` : "Quellenlage"; }, [story]);
  useEffect(() => {
    addEventListener("beforeprint", open_all_for_print);
    return () => removeEventListener("beforeprint", open_all_for_print);
  }, []);

  const page = useMemo<Page | null>(() => story === undefined ? null : {
    index, story, language, filter, set_filter, open: (item) => { location.hash = `${story.id}/${item}`; },
  }, [index, story, language, filter]);

  const w = words(language);
  if (page === null) return <main><h1>Quellenlage</h1><p>{w.nothing}</p></main>;
  const close = () => { location.hash = page.story.id; };
  return (
    <PageContext.Provider value={page}>
      <a class="skip" href={`#${page.story.id}`} onClick={() => document.querySelector("main")?.focus()}>{w.skip}</a>
      <Toolbar language={language} set_language={set_language} filter={filter} set_filter={set_filter} />
      <main tabIndex={-1}>
        <Headline />
        <Matrix />
        <Figures />
        <Timeline />
        <Speakers />
        <Repeats />
        <Naming />
        <Texts />
        <Diagnostics />
      </main>
      {address.item !== null && <Evidence item={address.item} close={close} />}
    </PageContext.Provider>
  );
}

const data: Dossier = JSON.parse(document.getElementById("data")!.textContent!);
render(<App index={new Index(data)} />, document.getElementById("app")!);
