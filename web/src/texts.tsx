// SPDX-License-Identifier: Apache-2.0
// The reports of the story with their statements and figures marked in the text.
import { useState } from "preact/hooks";
import { use_page } from "./context";
import { show_time, type Mark, type View } from "./data";

/** One block cut at the borders of its marks. The innermost mark of a piece is the one that a click opens. */
function pieces(text: string, marks: Mark[]): { text: string; marks: Mark[] }[] {
  const cuts = [...new Set([0, text.length, ...marks.flatMap((m) => [m.begin, m.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((begin, i) => ({
    text: text.slice(begin, cuts[i + 1]), marks: marks.filter((m) => m.begin <= begin && cuts[i + 1] <= m.end),
  }));
}

/** A report's blocks; `chosen` is drawn stronger and carries the id "chosen". Furniture is shown dimmed. */
export function MarkedText({ view, chosen }: { view: View; chosen: string | null }) {
  const { open } = use_page();
  let first = true;
  return (
    <div class="text">
      {view.blocks.map((block, number) => {
        const marks = view.marks.filter((m) => m.block === number && (chosen === null || m.item === chosen));
        const body = pieces(block.text, marks).map((piece, i) => {
          if (piece.marks.length === 0) return piece.text;
          const inner = piece.marks.reduce((a, b) => (b.end - b.begin < a.end - a.begin ? b : a));
          if (chosen === null) return <mark key={i} class={inner.part} onClick={() => open(inner.item)}>{piece.text}</mark>;
          const id = first ? "chosen" : undefined;
          first = false;
          return <mark key={i} id={id} class={`chosen ${inner.part}`}>{piece.text}</mark>;
        });
        return block.kind === "title" || block.kind === "subheading" ? <h4 key={number}>{body}</h4> : <p key={number} class={block.kind}>{body}</p>;
      })}
    </div>
  );
}

function ReportText({ id }: { id: string }) {
  const { index, w } = use_page();
  const [shown, set_shown] = useState(false);
  const report = index.report(id), view = index.views.get(id);
  return (
    <details onToggle={(e) => set_shown(e.currentTarget.open)}>
      <summary>{index.outlet(id)}: {report.title?.text ?? report.path} <small>{show_time(report.published, w.unknown_time)}</small></summary>
      <p class="meta">{report.path} · {report.source.bytes} {w.bytes} · SHA-256 <code>{report.source.sha256}</code></p>
      {shown && view && <MarkedText view={view} chosen={null} />}
    </details>
  );
}

export function Texts() {
  const { story, w } = use_page();
  return (
    <section aria-labelledby="texts-title">
      <h2 id="texts-title">{w.texts}</h2>
      {story.reports.map((id) => <ReportText id={id} key={id} />)}
    </section>
  );
}
