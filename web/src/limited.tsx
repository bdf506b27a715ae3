// SPDX-License-Identifier: Apache-2.0
// Long lists draw their first rows and the rest on demand, so that a page of 500 reports opens at once. On paper all
// rows are wanted: printing asks for them too.
import { useEffect, useState } from "preact/hooks";
import { use_page } from "./context";

/** The first `limit` rows, and a button for the others where there are more. */
export function use_limit<T>(rows: T[], limit: number): { shown: T[]; more: preact.JSX.Element | null } {
  const { w } = use_page();
  const [all, set_all] = useState(false);
  useEffect(() => {
    const show = () => set_all(true);
    addEventListener("beforeprint", show);
    return () => removeEventListener("beforeprint", show);
  }, []);
  if (all || rows.length <= limit) return { shown: rows, more: null };
  const more = <button type="button" class="more" onClick={() => set_all(true)}>{w.show_all} ({rows.length})</button>;
  return { shown: rows.slice(0, limit), more };
}
