// SPDX-License-Identifier: Apache-2.0
// The first ten seconds: how many reports, outlets, origins; what changed, what differs, what was denied and then
// confirmed.
import { use_page } from "./context";
import { is_figure, show_time, type Claim } from "./data";

/** The first words of a claim's members, one per report, so that a finding can be read without opening it. */
function Finding({ claim }: { claim: Claim }) {
  const { index, open, t, w } = use_page();
  return (
    <li>
      <span class="finding">{claim.label}</span>
      <ul class="sides">
        {claim.members.slice(0, 6).map((id) => {
          const item = index.item(id);
          return (
            <li key={id}>
              <button type="button" class="cite" onClick={() => open(id)}>
                <b>{short(index.words(item), 90)}</b> <small>{index.speaker(item) ?? w.own_voice}{!is_figure(item) && ` ${t(item.commitment)}`} · {index.outlet(item.report)}</small>
              </button>
            </li>
          );
        })}
      </ul>
    </li>
  );
}

export function short(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, limit).replace(/\s+\S*$/, "") + " …";
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
    .sort((a, b) => b.members.length - a.members.length);
  const { from, to } = story.period ?? { from: null, to: null };
  const period = from === null && to === null ? w.unknown_time
    : show_time(from, "?") === show_time(to, "?") ? show_time(from, "?") : `${show_time(from, "?")} – ${show_time(to, "?")}`;
  return (
    <>
      <h1>{story.title || story.id}</h1>
      <dl class="strip">
        <div><dt>{w.reports}</dt><dd>{story.reports.length}</dd></div>
        <div><dt>{w.outlets}</dt><dd>{outlets.size}</dd></div>
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
