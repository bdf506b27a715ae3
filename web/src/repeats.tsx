// SPDX-License-Identifier: Apache-2.0
// Who repeats whom: a drawing of the reports in order of time with an arc for every reuse, and the same as a table.
import { use_page } from "./context";
import { show_time, type Copy, type Span } from "./data";

const kRow = 34, kLeft = 260;

/** Arcs from the repeated report (or the outlet outside the input, drawn at its own row) to the repeating one. */
function Arcs({ rows, copies }: { rows: string[]; copies: Copy[] }) {
  const { index, t, w } = use_page();
  const at = (id: string) => 22 + kRow * rows.indexOf(id);
  const name = (id: string) => (index.reports.has(id) ? index.outlet(id) : id);
  return (
    <svg class="arcs" viewBox={`0 0 640 ${rows.length * kRow + 14}`} role="img" aria-label={w.repeats}>
      {rows.map((id) => (
        <g key={id}>
          <text x={kLeft - 14} y={at(id) + 4} text-anchor="end">{name(id).slice(0, 34)}</text>
          {index.reports.has(id) ? <circle cx={kLeft} cy={at(id)} r="5" /> : <rect x={kLeft - 5} y={at(id) - 5} width="10" height="10" />}
        </g>
      ))}
      {copies.map((copy, i) => {
        const from = at(copy.from ?? copy.outlet!), to = at(copy.to), bend = kLeft + 30 + Math.abs(to - from) * 0.6;
        return (
          <g key={i} class={`arc ${copy.type}`}>
            <path d={`M${kLeft + 6},${from}C${bend},${from} ${bend},${to} ${kLeft + 8},${to}`} />
            <path class="head" d={`M${kLeft + 16},${to - 5}l-9,5l9,5z`} />
            <text x={kLeft + 22 + Math.abs(to - from) * 0.45} y={(from + to) / 2 + 4}>{t(copy.type)}</text>
          </g>
        );
      })}
    </svg>
  );
}

/** Quotations, rare names and sets of figures that reports of different origins share, with their bytes on both sides. */
function Traces() {
  const { index, story, t, w } = use_page();
  const in_story = new Set(story.reports);
  const traces = index.dossier.traces.filter((trace) => in_story.has(trace.from) && in_story.has(trace.to));
  if (traces.length === 0) return null;
  const bytes = (span: Span) => `${span.begin}–${span.end}`;
  return (
    <>
      <h3 id="traces-title">{w.traces}</h3>
      <p>{w.traces_note}</p>
      <div class="scroll" tabIndex={0} role="region" aria-labelledby="traces-title">
        <table>
          <thead><tr><th scope="col">{w.reports}</th><th scope="col">{w.kind}</th><th scope="col">{w.evidence}</th><th scope="col">{w.bytes}</th></tr></thead>
          <tbody>
            {traces.flatMap((trace) => trace.items.map((item, i) => (
              <tr key={`${trace.from} ${trace.to} ${i}`}>
                <td>{index.outlet(trace.from)} – {index.outlet(trace.to)}</td><td>{t(item.kind)}</td>
                <td>{item.spans.map(([from]) => from.text).join("; ")}</td>
                <td>{item.spans.map(([from, to]) => `${bytes(from)} / ${bytes(to)}`).join("; ")}</td>
              </tr>
            )))}
          </tbody>
        </table>
      </div>
    </>
  );
}

export function Repeats() {
  const { index, story, w, t } = use_page();
  const in_story = new Set(story.reports);
  const copies = index.dossier.copies.filter((c) => in_story.has(c.to) && (c.from !== null || c.outlet !== null));
  const outside = [...new Set(copies.filter((c) => c.from === null).map((c) => c.outlet!))];
  const involved = new Set(copies.flatMap((c) => [c.from ?? c.outlet!, c.to]));
  const rows = [...outside, ...story.reports.filter((id) => involved.has(id))];
  const name = (copy: Copy) => (copy.from !== null ? index.outlet(copy.from) : copy.outlet!);
  return (
    <section aria-labelledby="repeats-title">
      <h2 id="repeats-title">{w.repeats}</h2>
      {copies.length === 0 ? <p class="none">{w.nothing}</p> : (
        <>
          {rows.length <= 40 && <Arcs rows={rows} copies={copies} />}
          <div class="scroll" tabIndex={0} role="region" aria-labelledby="repeats-title">
            <table>
              <thead><tr><th scope="col">{w.from}</th><th scope="col">{w.to}</th><th scope="col">{w.kind}</th><th scope="col">{w.coverage}</th><th scope="col">{w.published}</th></tr></thead>
              <tbody>
                {copies.map((c, i) => (
                  <tr key={i}><td>{name(c)}</td><td>{index.outlet(c.to)}</td><td>{t(c.type)}</td><td>{Math.round(c.coverage * 100)} %</td><td>{show_time(index.report(c.to).published, w.unknown_time)}</td></tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
      <Traces />
    </section>
  );
}
