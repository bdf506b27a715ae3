// SPDX-License-Identifier: Apache-2.0
// The panel that every cell opens: the sentence in its report, with all that is needed to cite and to check it.
import { useEffect, useRef, useState } from "preact/hooks";
import { use_page } from "./context";
import { is_figure, show_time, type Item } from "./data";
import { MarkedText } from "./texts";

function byte_ranges(item: Item): string {
  const spans = is_figure(item) ? [item.span] : item.content;
  return spans.map((s) => `${s.begin}–${s.end}`).join(", ");
}

function Facts({ item }: { item: Item }) {
  const { index, t, w } = use_page();
  const report = index.report(item.report), chain = index.chain(item);
  const rows: [string, string][] = [
    [w.speaker, index.speaker(item) ?? (is_figure(item) || item.kind === "author" ? w.own_voice : w.open_speaker)],
    [w.kind, is_figure(item) ? `${t(item.hedge)}, ${t(item.role)}` : `${t(item.kind)}, ${t(item.commitment)}`],
  ];
  if (chain.length > 0) rows.push([w.chain, chain.join(" ← ")]);
  if (is_figure(item)) rows.push([w.counted, item.of ?? "–"], [w.state, item.state ?? "–"], [w.as_of, show_time(item.as_of, "–")]);
  rows.push([w.report, `${index.outlet(item.report)}, ${show_time(report.published, w.unknown_time)}`],
    ["SHA-256", report.source.sha256], [w.bytes, byte_ranges(item)], [w.rule, item.rule], [w.confidence, `${Math.round(item.confidence * 100)} %`]);
  return <dl class="facts">{rows.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>;
}

function Related({ item }: { item: Item }) {
  const { index, story, open, t, w } = use_page();
  const relations = story.relations.filter((r) => r.from === item.id || r.to === item.id);
  if (relations.length === 0) return null;
  return (
    <>
      <h3>{w.relations}</h3>
      <ul class="relations">
        {relations.map((r, i) => {
          const other = index.items.get(r.from === item.id ? r.to : r.from);
          if (!other) return null;
          return (
            <li key={i}>
              <b>{r.from === item.id ? "" : "← "}{t(r.type)}{r.from === item.id ? " →" : ""}</b>{" "}
              <button type="button" class="cite" onClick={() => open(other.id)}>{index.words(other)} <small>{index.outlet(other.report)}</small></button>
              <small class="why">{r.why.text} ({r.why.rule}){r.why.slots.map((s) => ` · ${t(s.slot)}: ${s.from} / ${s.to}`)}</small>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function citation(page: ReturnType<typeof use_page>, item: Item): string {
  const { index, w } = page, report = index.report(item.report);
  return `„${index.words(item)}“ – ${index.speaker(item) ?? w.own_voice}; ${index.outlet(item.report)}, ${show_time(report.published, w.unknown_time)}` +
    `${report.url ? ", " + report.url : ""}; ${report.path}, SHA-256 ${report.source.sha256}, ${w.bytes} ${byte_ranges(item)}`;
}

export function Evidence({ item: id, close }: { item: string; close: () => void }) {
  const page = use_page();
  const { index, w } = page;
  const [copied, set_copied] = useState(false);
  const dialog = useRef<HTMLDialogElement>(null);
  const item = index.item(id), view = index.views.get(item.report);

  useEffect(() => { if (!dialog.current!.open) dialog.current!.showModal(); }, []);
  useEffect(() => {
    set_copied(false);
    dialog.current!.querySelector("#chosen")?.scrollIntoView({ block: "center" });
  }, [id]);
  const copy = async () => { await navigator.clipboard.writeText(citation(page, item)); set_copied(true); };
  return (
    <dialog ref={dialog} class="evidence" aria-labelledby="evidence-title" onClose={close} onClick={(e) => { if (e.target === dialog.current) dialog.current!.close(); }}>
      <div class="panel">
        <header>
          <h2 id="evidence-title">{w.evidence}: {index.outlet(item.report)}</h2>
          <button type="button" onClick={copy}>{copied ? w.copied : w.copy_citation}</button>
          <button type="button" onClick={() => dialog.current!.close()}>{w.close}</button>
        </header>
        <Facts item={item} />
        <Related item={item} />
        {view && <MarkedText view={view} chosen={id} />}
      </div>
    </dialog>
  );
}
