// SPDX-License-Identifier: Apache-2.0
// Claims x sources: a row per claim, a column per report or origin, in every cell what is said there.
import { cell_entries, columns_of, grouped_by_origin, type CellEntry, type Column } from "./columns";
import { use_page, passes } from "./context";
import { is_figure, shown_status, type Claim, type Item } from "./data";
import { short } from "./headline";
import { use_limit } from "./limited";

const kOrder = ["denied_then_confirmed", "differs", "evolves", "denied", "confirmed", "agrees", "one_origin", "single"];
const kSigns: Record<string, string> = {
  denied_then_confirmed: "⇄", differs: "≠", evolves: "↗", denied: "✕", confirmed: "✓", agrees: "=", one_origin: "·", single: "·",
};
/** Below this confidence a cell is marked as uncertain: claims::kUncertainBelow (src/claims/confidence.h). */
export const kUncertainBelow = 0.7;

/** Nothing in it comes from a second origin. */
const is_told_once = (claim: Claim): boolean => ["single", "one_origin"].includes(shown_status(claim));

function rank(claim: Claim): number {
  const at = kOrder.indexOf(shown_status(claim));
  return at < 0 ? kOrder.length : at;
}

export function sorted_claims(claims: Claim[]): Claim[] {
  return [...claims].sort((a, b) => rank(a) - rank(b) || b.members.length - a.members.length || Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

const kRowsAtFirst = 60;

function Entry({ item, count }: CellEntry) {
  const { index, open, t, w } = use_page();
  const unsure = item.confidence < kUncertainBelow;
  return (
    <button type="button" class={`cell ${is_figure(item) ? "figure" : item.commitment}`} data-item={item.id} onClick={() => open(item.id)}>
      <span class="says">{index.speaker(item) ?? w.own_voice}{!is_figure(item) && <em> {t(item.commitment)}</em>}{unsure && <em> ({w.uncertain})</em>}</span>
      <span class="what">{short(index.words(item), 110)}{count > 1 && <small> ×{count}</small>}</span>
    </button>
  );
}

function Row({ claim, items, columns }: { claim: Claim; items: Item[]; columns: Column[] }) {
  const { index, t, w } = use_page();
  return (
    <tr id={claim.id} class={shown_status(claim)}>
      <th scope="row">
        <span class="status"><span aria-hidden="true">{kSigns[shown_status(claim)] ?? "·"}</span> {t(shown_status(claim))}</span>
        {short(claim.label, 140)}
        <small>{claim.origins} {claim.origins === 1 ? w.origin : w.origins}</small>
      </th>
      {columns.map((column) => (
        <td key={column.key}>{cell_entries(index, items, column).map((entry) => <Entry key={entry.item.id} {...entry} />)}</td>
      ))}
    </tr>
  );
}

function Head({ columns }: { columns: Column[] }) {
  const { w } = use_page();
  return (
    <thead>
      <tr>
        <th scope="col">{w.claim}</th>
        {columns.map((column) => <th scope="col" key={column.key}>{column.name}{column.notes.map((note) => <small key={note}>{note}</small>)}</th>)}
      </tr>
    </thead>
  );
}

export function Matrix() {
  const page = use_page();
  const { index, story, filter, w } = page;
  const columns = columns_of(index, story, filter, w);
  const shared = sorted_claims(story.claims).filter((claim) => !is_told_once(claim));
  const singles = sorted_claims(story.claims).filter(is_told_once);
  const claims = filter.singles || filter.query || filter.speaker ? [...shared, ...singles] : shared;
  const rows = claims.map((claim) => ({ claim, items: claim.members.map((id) => index.item(id)).filter((item) => passes(page, item)) }))
    .filter((row) => row.items.length > 0);
  const { shown, more } = use_limit(rows, kRowsAtFirst);
  return (
    <section aria-labelledby="matrix-title">
      <h2 id="matrix-title">{w.matrix}</h2>
      <Choices singles={singles.length} />
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="matrix-title">
        <table class="matrix">
          <Head columns={columns} />
          <tbody>{shown.map(({ claim, items }) => <Row claim={claim} items={items} columns={columns} key={claim.id} />)}</tbody>
        </table>
      </div>
      {rows.length === 0 && <p class="none">{w.nothing}</p>}
      {more}
    </section>
  );
}

/** What the table shows: single claims too; a column per report or per origin. */
function Choices({ singles }: { singles: number }) {
  const { story, filter, set_filter, w } = use_page();
  return (
    <div class="choices">
      <label><input type="checkbox" checked={filter.singles} onChange={(e) => set_filter({ ...filter, singles: e.currentTarget.checked })} /> {w.show_single} ({singles})</label>
      {story.origins.length < story.reports.length && (
        <label><input type="checkbox" checked={grouped_by_origin(story, filter)} onChange={(e) => set_filter({ ...filter, by_origin: e.currentTarget.checked })} /> {w.by_origin}</label>
      )}
    </div>
  );
}
