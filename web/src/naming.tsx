// SPDX-License-Identifier: Apache-2.0
// What each outlet calls the same actor: one row per actor that goes by several names in this story.
import { use_page } from "./context";
import type { Actor, Index } from "./data";

const kMostRows = 20;

/** Forms by report; pronouns left out. */
function forms_by_report(actor: Actor, in_story: Set<string>): Map<string, Set<string>> {
  const forms = new Map<string, Set<string>>();
  for (const mention of actor.mentions) {
    if (!in_story.has(mention.report) || /^\p{Ll}{2,4}$/u.test(mention.text)) continue;  // a pronoun is no name
    forms.set(mention.report, (forms.get(mention.report) ?? new Set()).add(mention.text.replace(/\s+/g, " ")));
  }
  return forms;
}

function rows_of(index: Index, reports: string[]): { actor: Actor; forms: Map<string, Set<string>>; distinct: number }[] {
  const in_story = new Set(reports);
  return index.dossier.actors.map((actor) => {
    const forms = forms_by_report(actor, in_story);
    return { actor, forms, distinct: new Set([...forms.values()].flatMap((f) => [...f])).size };
  }).filter((row) => row.forms.size > 1 && row.distinct > 1)
    .sort((a, b) => b.distinct - a.distinct || b.forms.size - a.forms.size).slice(0, kMostRows);
}

export function Naming() {
  const { index, story, w } = use_page();
  const rows = rows_of(index, story.reports);
  const columns = story.reports.filter((id) => rows.some((row) => row.forms.has(id)));
  return (
    <section aria-labelledby="naming-title">
      <h2 id="naming-title">{w.naming}</h2>
      {rows.length === 0 ? <p class="none">{w.nothing}</p> : (
        <div class="scroll" tabIndex={0} role="region" aria-labelledby="naming-title">
          <table class="matrix">
            <thead><tr><th scope="col">{w.names_used}</th>{columns.map((id) => <th scope="col" key={id}>{index.outlet(id)}</th>)}</tr></thead>
            <tbody>
              {rows.map(({ actor, forms }) => (
                <tr key={actor.id}><th scope="row">{actor.name}</th>{columns.map((id) => <td key={id}>{[...(forms.get(id) ?? [])].join(" · ")}</td>)}</tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
