// SPDX-License-Identifier: Apache-2.0
// What could not be read, or only in part: nothing is lost silently.
import { use_page } from "./context";

export function Diagnostics() {
  const { index, w } = use_page();
  const { diagnostics, generator } = index.dossier;
  return (
    <footer>
      {diagnostics.length > 0 && (
        <details>
          <summary>{w.diagnostics} <span class="count">{diagnostics.length}</span></summary>
          <ul>{diagnostics.map((d, i) => <li key={i}><code>{d.path}{d.byte !== null && `:${d.byte}`}</code> {d.severity} {d.code}: {d.message}</li>)}</ul>
        </details>
      )}
      <small>Quellenlage {generator.version}</small>
    </footer>
  );
}
