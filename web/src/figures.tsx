// SPDX-License-Identifier: Apache-2.0
// The figure ledger: per measure a chart of values over time and the same values as a table.
import { scaleLinear } from "d3-scale";
import { use_page, passes } from "./context";
import { day_of, is_figure, show_time, shown_status, type Claim, type Figure, type Index, type Time } from "./data";
import { ledger_rows } from "./ledger";
import { use_limit } from "./limited";
import { sorted_claims } from "./matrix";

const kRowsAtFirst = 30, kMeasuresAtFirst = 30;
const kWidth = 640, kHeight = 190, kLane = 90, kPad = { top: 14, right: 24, bottom: 30, left: 64 };
const kShapes = ["M-5,0a5,5 0 1,0 10,0a5,5 0 1,0 -10,0", "M-5,-5h10v10h-10z", "M0,-6l6,11h-12z", "M0,-7l6,7l-6,7l-6,-7z", "M-6,-2h4v-4h4v4h4v4h-4v4h-4v-4h-4z"];

/** When a figure holds: as stated, else when its report appeared (that is when it was known at the latest). */
function time_of(index: Index, figure: Figure): Time | null {
  return figure.as_of !== null && day_of(figure.as_of) !== null ? figure.as_of : index.report(figure.report).published;
}

function bounds(figure: Figure): { low: number; high: number } | null {
  const low = figure.min ?? figure.value ?? figure.max, high = figure.max ?? figure.value ?? figure.min;
  return low === null || high === null ? null : { low, high };
}

function Chart({ figures }: { figures: Figure[] }) {
  const { index, open, language, t, w } = use_page();
  const shown = figures.filter((f) => bounds(f) !== null);
  // One value in many reports is no development and no difference: the table says it better.
  if (new Set(shown.map((f) => `${bounds(f)!.low}|${bounds(f)!.high}`)).size < 2) return null;
  const days = shown.map((f) => day_of(time_of(index, f))).filter((d): d is number => d !== null);
  const span: [number, number] = days.length === 0 ? [0, 1] : [Math.min(...days), Math.max(...days)];
  if (span[0] === span[1]) { span[0] -= 43200000; span[1] += 43200000; }
  const x = scaleLinear().domain(span).range([kPad.left + kLane, kWidth - kPad.right]);
  const high = Math.max(...shown.map((f) => bounds(f)!.high)), low = Math.min(...shown.map((f) => bounds(f)!.low));
  // Points, not bars: where all values lie close together, the axis does not need to start at zero to be honest.
  const floor = low > 0.6 * high ? low - (high - low) : Math.min(0, low);
  const y = scaleLinear().domain([floor, high]).nice().range([kHeight - kPad.bottom, kPad.top]);
  const speakers = [...new Set(shown.map((f) => index.speaker(f) ?? w.own_voice))];
  const number = new Intl.NumberFormat(language === "de" ? "de-DE" : "en-GB", { maximumFractionDigits: 2, notation: high >= 1e6 ? "compact" : "standard" });
  return (
    <figure class="chart">
      <svg viewBox={`0 0 ${kWidth} ${kHeight}`} role="group" aria-label={w.figures}>
        <rect class="lane" x={kPad.left} y={kPad.top} width={kLane - 14} height={kHeight - kPad.top - kPad.bottom} />
        <text class="axis" x={kPad.left + (kLane - 14) / 2} y={kHeight - 10} text-anchor="middle">{w.unknown_time}</text>
        {y.ticks(4).map((v) => (
          <g key={v}><line class="grid" x1={kPad.left} x2={kWidth - kPad.right} y1={y(v)} y2={y(v)} /><text class="axis" x={kPad.left - 8} y={y(v) + 4} text-anchor="end">{number.format(v)}</text></g>
        ))}
        {days.length > 0 && [...new Set([Math.min(...days), Math.max(...days)])].map((d, i, all) => (
          <text class="axis" key={d} x={x(d)} y={kHeight - 10} text-anchor={all.length > 1 && i === all.length - 1 ? "end" : all.length > 1 ? "start" : "middle"}>
            {new Date(d).toISOString().slice(0, 10).split("-").reverse().join(".")}
          </text>
        ))}
        {shown.map((f, i) => {
          const day = day_of(time_of(index, f)), { low, high } = bounds(f)!;
          const px = day === null ? kPad.left + 12 + ((i * 11) % (kLane - 36)) : x(day), speaker = index.speaker(f) ?? w.own_voice;
          const open_up = f.hedge === "at_least" || f.hedge === "more_than", open_down = f.hedge === "at_most" || f.hedge === "less_than";
          const text = `${f.span.text} · ${speaker} · ${index.outlet(f.report)} · ${show_time(time_of(index, f), w.unknown_time)} · ${t(f.hedge)}`;
          return (
            <g key={f.id} class="point" tabIndex={0} role="button" aria-label={text} transform={`translate(${px},0)`} onClick={() => open(f.id)}
               onKeyDown={(e) => { if (e.key === "Enter" || e.key === " ") { e.preventDefault(); open(f.id); } }}>
              <title>{text}</title>
              {high > low && <line class="range" y1={y(low)} y2={y(high)} />}
              {open_up && <path class="open" d={`M0,${y(low)}v-18m-4,5l4,-5l4,5`} />}
              {open_down && <path class="open" d={`M0,${y(high)}v18m-4,-5l4,5l4,-5`} />}
              <path class={`shape s${speakers.indexOf(speaker) % 5}`} transform={`translate(0,${y(f.value ?? (low + high) / 2)})`} d={kShapes[speakers.indexOf(speaker) % 5]} />
            </g>
          );
        })}
      </svg>
      <figcaption>
        <ul class="legend">{speakers.map((s, i) => <li key={s}><svg width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true"><path class={`shape s${i % 5}`} d={kShapes[i % 5]} /></svg> {s}</li>)}</ul>
        <small>{w.chart_note}</small>
      </figcaption>
    </figure>
  );
}

function Ledger({ claim }: { claim: Claim }) {
  const page = use_page();
  const { index, open, story, t, w } = page;
  const rows = ledger_rows(index, story, claim.members.map((id) => index.item(id)).filter(is_figure).filter((f) => passes(page, f)));
  const { shown, more } = use_limit(rows, kRowsAtFirst);
  if (rows.length === 0) return null;
  return (
    <article class="measure">
      <h3>{claim.label} <span class={`badge ${shown_status(claim)}`}>{t(shown_status(claim))}</span></h3>
      <Chart figures={rows.map((row) => row.figure)} />
      <div class="scroll" tabIndex={0} role="region" aria-label={claim.label}>
        <table>
          <thead><tr><th scope="col">{w.value}</th><th scope="col">{w.counted}</th><th scope="col">{w.state}</th><th scope="col">{w.speaker}</th><th scope="col">{w.chain}</th><th scope="col">{w.as_of}</th><th scope="col">{w.report}</th></tr></thead>
          <tbody>
            {shown.map(({ figure: f, same_as, corrects }) => (
              <tr key={f.id}>
                <td><button type="button" class="cite" onClick={() => open(f.id)}><b>{f.span.text}</b></button> <small>{t(f.hedge)}, {t(f.role)}{corrects && `, ${w.correction}`}{same_as !== null && `, ${w.same_origin} ${index.outlet(index.item(same_as).report)}`}</small></td>
                <td>{f.of ?? "–"}</td><td>{f.state ?? "–"}</td><td>{index.speaker(f) ?? w.own_voice}</td><td>{index.chain(f).join(" ← ") || "–"}</td>
                <td>{f.as_of === null ? "–" : show_time(f.as_of, "–")}</td><td>{index.outlet(f.report)} <small>{show_time(index.report(f.report).published, w.unknown_time)}</small></td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </article>
  );
}

export function Figures() {
  const { story, w } = use_page();
  const claims = sorted_claims(story.claims).filter((claim) => claim.kind === "figure" && claim.members.length > 1);
  const { shown, more } = use_limit(claims, kMeasuresAtFirst);
  return (
    <section aria-labelledby="figures-title">
      <h2 id="figures-title">{w.figures}</h2>
      {claims.length === 0 && <p class="none">{w.nothing}</p>}
      {shown.map((claim) => <Ledger claim={claim} key={claim.id} />)}
      {more}
    </section>
  );
}
