// SPDX-License-Identifier: Apache-2.0
// Statements by speaker, in order of time; those with most statements first.
import { useState } from "preact/hooks";
import { use_page, passes } from "./context";
import { by_time, is_figure, show_time, type Statement } from "./data";
import { short } from "./headline";
import { use_limit } from "./limited";

const kOpenAtFirst = 3, kSpeakersAtFirst = 60, kStatementsAtFirst = 20;

type Group = [speaker: string, statements: Statement[]];

function SpeakerStatements({ speaker, statements, open_at_first }: { speaker: string; statements: Statement[]; open_at_first: boolean }) {
  const { index, open, t, w } = use_page();
  const [seen, set_seen] = useState(open_at_first);
  const when = (s: Statement) => s.time ?? index.report(s.report).published;
  const ordered = [...statements].sort((a, b) => by_time(when(a)?.value, when(b)?.value));
  const { shown, more } = use_limit(ordered, kStatementsAtFirst);
  return (
    <details open={open_at_first} onToggle={(e) => { if (e.currentTarget.open) set_seen(true); }}>
      <summary>{speaker} <span class="count">{statements.length}</span></summary>
      {seen && (
        <ul class="statements">
          {shown.map((s) => (
            <li key={s.id}>
              <button type="button" class={`cite ${s.commitment}`} onClick={() => open(s.id)}>
                <em>{t(s.commitment)}</em> {short(index.words(s), 220)}
              </button>
              <small>{index.outlet(s.report)} · {show_time(when(s), w.unknown_time)}{s.chain.length > 0 && ` · ${index.chain(s).join(" ← ")}`}</small>
            </li>
          ))}
        </ul>
      )}
      {seen && more}
    </details>
  );
}

export function Speakers() {
  const page = use_page();
  const { index, story, w } = page;
  const in_story = new Set(story.reports);
  const groups = new Map<string, Statement[]>();
  for (const item of index.items.values()) {
    if (is_figure(item) || item.kind === "author" || !in_story.has(item.report) || !passes(page, item)) continue;
    const speaker = index.speaker(item) ?? w.open_speaker, known = groups.get(speaker);
    if (known) known.push(item);
    else groups.set(speaker, [item]);
  }
  const ordered: Group[] = [...groups].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0], "de"));
  const { shown, more } = use_limit(ordered, kSpeakersAtFirst);
  return (
    <section aria-labelledby="speakers-title">
      <h2 id="speakers-title">{w.speakers}</h2>
      {ordered.length === 0 && <p class="none">{w.nothing}</p>}
      {shown.map(([speaker, statements], i) => (
        <SpeakerStatements key={speaker} speaker={speaker} statements={statements} open_at_first={i < kOpenAtFirst} />
      ))}
      {more}
    </section>
  );
}
