// SPDX-License-Identifier: Apache-2.0
// The first ten seconds: how many reports, outlets, origins; what changed, what differs, what was denied and then
// confirmed.
import { use_page } from "./context";
import { by_time, is_figure, show_time, type Claim, type Item, type Relation } from "./data";

/** Sides of a finding that are shown at once. */
const kSides = 6;

export function short(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).replace(/\s+\S*$/, "") + " …";
}

interface Side { item: Item; outlets: string[] }

/** The different things that are said, in order of time; reports that say the same in the same words are one side. */
function sides_of(page: ReturnType<typeof use_page>, claim: Claim): Side[] {
  const { index } = page, sides = new Map<string, Side>();
  const when = (item: Item) => (is_figure(item) ? item.as_of : item.time)?.earliest ?? index.report(item.report).published?.earliest;
  const items = claim.members.map((id) => index.item(id)).sort((a, b) => by_time(when(a), when(b)));
  for (const item of items) {
    const words = is_figure(item) ? `${item.value}|${item.min}|${item.max}|${item.value === null ? item.span.text : ""}` : index.words(item);
    const key = `${index.speaker(item)}|${words}`, outlet = index.outlet(item.report);
    const side = sides.get(key) ?? { item, outlets: [] };
    if (!side.outlets.includes(outlet)) side.outlets.push(outlet);
    sides.set(key, side);
  }
  return [...sides.values()];
}

/** Of a denial that was followed by a confirmation, only these two: the denials first, then what confirms one of them. */
function denial_and_confirmation(sides: Side[], relations: Relation[]): Side[] {
  const denied = sides.filter(({ item }) => !is_figure(item) && item.commitment === "denies");
  const denials = new Set(denied.map(({ item }) => item.id));
  const confirming = new Set(relations.filter((r) => r.type === "confirms" && denials.has(r.to)).map((r) => r.from));
  return [...denied.slice(0, kSides / 2), ...sides.filter(({ item }) => confirming.has(item.id)).slice(0, kSides / 2)];
}

/** A claim with its sides, so that a finding can be read without opening it. */
function Finding({ claim }: { claim: Claim }) {
  const page = use_page();
  const { index, open, t, w } = page;
  const all = sides_of(page, claim);
  const sides = claim.status === "denied_then_confirmed" ? denial_and_confirmation(all, page.story.relations) : all;
  const when = (item: Item) => show_time(is_figure(item) ? item.as_of : item.time, "");
  return (
    <li>
      <a class="finding" href={`#${page.story.id}`} onClick={(e) => { e.preventDefault(); document.getElementById(claim.id)?.scrollIntoView({ block: "center" }); }}>{short(claim.label, 120)}</a>
      <ul class="sides">
        {sides.slice(0, kSides).map(({ item, outlets }) => (
          <li key={item.id}>
            <button type="button" class="cite" onClick={() => open(item.id)}>
              <b>{short(index.words(item), 90)}</b> <small>{index.speaker(item) ?? w.own_voice}{!is_figure(item) && ` ${t(item.commitment)}`}{when(item) && `, ${when(item)}`} · {outlets[0]}{outlets.length > 1 && ` + ${outlets.length - 1}`}</small>
            </button>
          </li>
        ))}
      </ul>
      {all.length > Math.min(sides.length, kSides) && <small>+ {all.length - Math.min(sides.length, kSides)} {w.other_values}</small>}
    </li>
  );
}

function Findings({ title, claims, kind }: { title: string; claims: Claim[]; kind: string }) {
  const { w } = use_page();
  return (
    <section class={`card ${kind}`}>
      <h2>{title} <span class="count">{claims.length}</span></h2>
      {claims.length === 0 ? <p class="none">{w.nothing}</p> : <ul class="findings">{claims.slice(0, 5).map((c) => <Finding claim={c} key={c.id} />)}</ul>}
    </section>
  );
}

export function Headline() {
  const { index, story, w } = use_page();
  const outlets = new Set(story.reports.map((id) => index.report(id).outlet).filter((outlet) => outlet !== null));
  const by_status = (status: string) => story.claims.filter((claim) => claim.status === status)
    .sort((a, b) => b.origins - a.origins || b.members.length - a.members.length);
  const { from, to } = story.period ?? { from: null, to: null };
  const period = from === null && to === null ? w.unknown_time
    : show_time(from, "?") === show_time(to, "?") ? show_time(from, "?") : `${show_time(from, "?")} – ${show_time(to, "?")}`;
  return (
    <>
      <h1>{story.title || story.id}</h1>
      <dl class="strip">
        <div><dt>{w.reports}</dt><dd>{story.reports.length}</dd></div>
        <div><dt>{w.outlets}</dt><dd>{outlets.size === 0 ? "–" : outlets.size}</dd></div>
        <div><dt>{w.origins}</dt><dd>{story.origins.length}</dd></div>
        <div class="wide"><dt>{w.period}</dt><dd>{period}</dd></div>
      </dl>
      <p class="promise">{w.not_verdict}</p>
      <div class="cards">
        <Findings title={w.changed} claims={by_status("evolves")} kind="evolves" />
        <Findings title={w.differs} claims={by_status("differs")} kind="differs" />
        <Findings title={w.denied_confirmed} claims={by_status("denied_then_confirmed")} kind="denied" />
      </div>
    </>
  );
}
