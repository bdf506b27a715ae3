// SPDX-License-Identifier: Apache-2.0
// Claims x sources: a row per claim, a column per report, in every cell what that report carries.
import { use_page, passes } from "./context";
import { is_figure, show_time, type Claim, type Item } from "./data";
import { short } from "./headline";

const kOrder = ["denied_then_confirmed", "differs", "evolves", "denied", "retracted", "confirmed", "agrees", "single"];
const kSigns: Record<string, string> = {
  denied_then_confirmed: "⇄", differs: "≠", evolves: "↗", denied: "✕", confirmed: "✓", agrees: "=", single: "·",
};
/** Below this confidence a cell is marked as uncertain (docs/accuracy.md). */
export const kUncertainBelow = 0.5;

function rank(claim: Claim): number {
  const at = kOrder.indexOf(claim.status);
  return at < 0 ? kOrder.length : at;
}

export function sorted_claims(claims: Claim[]): Claim[] {
  return [...claims].sort((a, b) => rank(a) - rank(b) || b.members.length - a.members.length || Number(a.id.slice(1)) - Number(b.id.slice(1)));
}

function Cell({ items }: { items: Item[] }) {
  const page = use_page();
  const { index, open, t, w } = page;
  return (
    <td>
      {items.map((item) => {
        const unsure = item.confidence < kUncertainBelow;
        return (
          <button type="button" class={`cell ${is_figure(item) ? "figure" : item.commitment}`} key={item.id} data-item={item.id} onClick={() => open(item.id)}>
            <span class="says">{index.speaker(item) ?? w.own_voice}{!is_figure(item) && <em> {t(item.commitment)}</em>}{unsure && <em> ({w.uncertain})</em>}</span>
            <span class="what">{short(index.words(item), 110)}</span>
          </button>
        );
      })}
    </td>
  );
}

function Row({ claim, columns }: { claim: Claim; columns: string[] }) {
  const page = use_page();
  const items = claim.members.map((id) => page.index.item(id)).filter((item) => passes(page, item));
  if (items.length === 0) return null;
  return (
    <tr id={claim.id} class={claim.status}>
      <th scope="row">
        <span class="status"><span aria-hidden="true">{kSigns[claim.status] ?? "·"}</span> {page.t(claim.status)}</span>
        {short(claim.label, 140)}
        <small>{claim.origins} {claim.origins === 1 ? page.w.origin : page.w.origins}</small>
      </th>
      {columns.map((report) => <Cell key={report} items={items.filter((item) => item.report === report)} />)}
    </tr>
  );
}

export function Matrix() {
  const page = use_page();
  const { index, story, filter, w } = page;
  const columns = story.reports.filter((id) => !filter.outlet || index.outlet(id) === filter.outlet)
    .sort((a, b) => (index.report(a).published?.value ?? "~").localeCompare(index.report(b).published?.value ?? "~"));
  const shared = sorted_claims(story.claims).filter((claim) => claim.status !== "single");
  const singles = story.claims.filter((claim) => claim.status === "single");
  const claims = filter.singles || filter.query || filter.speaker ? [...shared, ...singles] : shared;
  return (
    <section aria-labelledby="matrix-title">
      <h2 id="matrix-title">{w.matrix}</h2>
      <Singles count={singles.length} />
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="matrix-title">
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">{w.claim}</th>
              {columns.map((id) => (
                <th scope="col" key={id}>{index.outlet(id)}
                  <small>{show_time(index.report(id).published, w.unknown_time)}</small>
                  <small>{w.origin} {index.origin_of.get(id) ?? "?"}{index.report(id).agencies.length > 0 && ` · ${index.report(id).agencies.join(", ")}`}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{claims.map((claim) => <Row claim={claim} columns={columns} key={claim.id} />)}</tbody>
        </table>
      </div>
      {claims.length === 0 && <p class="none">{w.nothing}</p>}
    </section>
  );
}

function Singles({ count }: { count: number }) {
  const { filter, set_filter, w } = use_page();
  return (
    <label class="singles">
      <input type="checkbox" checked={filter.singles} onChange={(e) => set_filter({ ...filter, singles: e.currentTarget.checked })} /> {w.show_single} ({count})
    </label>
  );
}
