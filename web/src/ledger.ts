// SPDX-License-Identifier: Apache-2.0
// The rows of one measure as the command `figures` prints them: same order, same marks.
import { by_time, type Figure, type Index, type Story } from "./data";

export interface Row { figure: Figure; same_as: string | null; corrects: boolean }

/** The as-of time, else the day of the report; null when neither is a date. */
function sort_time(index: Index, figure: Figure): string | null {
  const dated = (time: string | null | undefined): string | null => (time && /^\d/.test(time) ? time : null);
  const published = index.report(figure.report).published;
  return dated(figure.as_of?.earliest) ?? dated(figure.as_of?.value) ?? dated(published?.earliest) ?? dated(published?.value);
}

/** Oldest first, undated ones last, corrections behind all; a value that an earlier row of the same origin has names that row. */
export function ledger_rows(index: Index, story: Story, figures: Figure[]): Row[] {
  const corrections = new Set(story.relations.filter((r) => r.type === "retracts").map((r) => r.from));
  const origin_of = new Map(story.origins.flatMap((reports) => reports.map((id): [string, string] => [id, reports[0]])));
  const sorted = [...figures].sort((a, b) =>
    Number(corrections.has(a.id)) - Number(corrections.has(b.id)) || by_time(sort_time(index, a), sort_time(index, b)));
  const first = new Map<string, Figure>();
  return sorted.map((figure) => {
    const origin = origin_of.get(figure.report) ?? figure.report;
    const value = [origin, figure.value, figure.min, figure.max, figure.hedge, figure.role].join("|");
    const earlier = first.get(value);
    if (!earlier) first.set(value, figure);
    const same_as = earlier && earlier.report !== figure.report ? earlier.id : null;
    return { figure, same_as, corrects: corrections.has(figure.id) };
  });
}
