// SPDX-License-Identifier: Apache-2.0
// What is reported to have happened, in order of time; apart from when it was said.
import { use_page } from "./context";
import { show_time } from "./data";
import { short } from "./headline";

export function Timeline() {
  const { index, story, open, w } = use_page();
  return (
    <section aria-labelledby="timeline-title">
      <h2 id="timeline-title">{w.timeline}</h2>
      {story.timeline.length === 0 && <p class="none">{w.nothing}</p>}
      <ol class="timeline">
        {story.timeline.map((entry, i) => (
          <li key={i}>
            <span class="time">{show_time(entry.time, w.unknown_time)}</span>
            <div>
              {short(entry.label, 200)}{" "}
              {entry.evidence.map((id) => (
                <button type="button" class="source" key={id} onClick={() => open(id)}>{index.outlet(index.item(id).report)}</button>
              ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
