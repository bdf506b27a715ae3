// SPDX-License-Identifier: Apache-2.0
// Statements by speaker, in order of time; those with most statements first.
import { use_page, passes } from "./context";
import { is_figure, show_time, type Statement } from "./data";
import { short } from "./headline";

export function Speakers() {
  const page = use_page();
  const { index, story, open, t, w } = page;
  const in_story = new Set(story.reports);
  const groups = new Map<string, Statement[]>();
  for (const item of index.items.values()) {
    if (is_figure(item) || item.kind === "author" || !in_story.has(item.report) || !passes(page, item)) continue;
    const speaker = index.speaker(item) ?? w.open_speaker;
    groups.set(speaker, [...(groups.get(speaker) ?? []), item]);
  }
  const ordered = [...groups].sort((a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0], "de"));
  const when = (s: Statement) => s.time ?? index.report(s.report).published;
  return (
    <section aria-labelledby="speakers-title">
      <h2 id="speakers-title">{w.speakers}</h2>
      {ordered.length === 0 && <p class="none">{w.nothing}</p>}
      {ordered.map(([speaker, statements], i) => (
        <details key={speaker} open={i < 3}>
          <summary>{speaker} <span class="count">{statements.length}</span></summary>
          <ul class="statements">
            {statements.sort((a, b) => (when(a)?.value ?? "~").localeCompare(when(b)?.value ?? "~")).map((s) => (
              <li key={s.id}>
                <button type="button" class={`cite ${s.commitment}`} onClick={() => open(s.id)}>
                  <em>{t(s.commitment)}</em> {short(index.words(s), 220)}
                </button>
                <small>{index.outlet(s.report)} · {show_time(when(s), w.unknown_time)}{s.chain.length > 0 && ` · ${index.chain(s).join(" ← ")}`}</small>
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
