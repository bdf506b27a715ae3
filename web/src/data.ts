// SPDX-License-Identifier: Apache-2.0
// The dossier as the page reads it: DOSSIER-FORMAT.md, version 1, plus `view` (the clean text of every report in
// blocks, and where each item's words stand in them). Read once, never changed.

export interface Span { begin: number; end: number; text: string }
export interface Time { value: string; earliest: string | null; latest: string | null; basis: string; from?: string }
export interface Report {
  id: string; given_id: string | null; path: string;
  source: { sha256: string; bytes: number; container: string | null; record: number | null };
  language: string; outlet: string | null; url: string | null; title: Span | null;
  authors: Span[]; agencies: string[]; published: Time | null; modified: Time | null; story: string | null;
}
export interface Actor { id: string; name: string; type: string; aliases: string[]; acts_for: string | null; mentions: { report: string; begin: number; end: number; text: string }[] }
export interface Statement {
  id: string; report: string; kind: string; content: Span[]; cue: Span[]; sentence: { begin: number; end: number };
  speaker: { actor: string | null; span: Span | null; text: string | null; also: string[] };
  chain: { actor: string | null; text: string }[]; commitment: string; negated: boolean; open: boolean;
  time: Time | null; rule: string; confidence: number;
}
export interface Figure {
  id: string; report: string; span: Span; value: number | null; min: number | null; max: number | null; hedge: string;
  role: string; unit: string | null; of: string | null; state: string | null; statement: string | null;
  speaker: string | null; as_of: Time | null; rule: string; confidence: number;
}
export interface Claim { id: string; kind: string; label: string; members: string[]; status: string; origins: number }
export interface Relation {
  type: string; from: string; to: string;
  why: { rule: string; text: string; slots: { slot: string; from: string; to: string; weaker: string | null }[] };
}
export interface TimelineEntry { time: Time; label: string; evidence: string[] }
export interface Story {
  id: string; title: string; reports: string[]; origins: string[][]; topic: string;
  period: { from: Time | null; to: Time | null } | null;
  claims: Claim[]; relations: Relation[]; timeline: TimelineEntry[];
}
/** Stories that belong together, with the claims and relations that cross them. */
export interface Topic { id: string; stories: string[]; claims?: Claim[]; relations?: Relation[] }
export interface Copy { from: string | null; to: string; outlet: string | null; type: string; coverage: number }
/** What two reports of different origins share without common text: in `from`, in `to`. Evidence, no verdict. */
export interface Trace { from: string; to: string; direction_known: boolean; items: { kind: string; spans: [Span, Span][] }[] }
export interface Diagnostic { report: string | null; path: string; severity: string; code: string; byte: number | null; message: string }

/** A stretch of a block that belongs to an item; positions are UTF-16 code units of the block's text. */
export interface Mark { item: string; part: string; block: number; begin: number; end: number }
export interface View { report: string; blocks: { kind: string; text: string }[]; marks: Mark[] }

export interface Dossier {
  generator: { version: string };
  reports: Report[]; actors: Actor[]; statements: Statement[]; figures: Figure[]; copies: Copy[]; traces: Trace[];
  stories: Story[]; topics: Topic[]; diagnostics: Diagnostic[];
  view: View[];
}

export type Item = Statement | Figure;
export const is_figure = (item: Item): item is Figure => "hedge" in item;

function first_of(times: (Time | null)[], last: boolean): Time | null {
  const known = times.filter((t): t is Time => t !== null).sort((a, b) => by_time(a.earliest ?? a.value, b.earliest ?? b.value));
  return known[last ? known.length - 1 : 0] ?? null;
}

/** A topic of several stories, read as one story: what crosses its stories comes first. */
function topic_as_story(topic: Topic, stories: Story[]): Story {
  const crossing = topic.claims ?? [];
  return {
    id: topic.id, title: stories[0].title, topic: topic.id,
    reports: stories.flatMap((s) => s.reports), origins: stories.flatMap((s) => s.origins),
    period: { from: first_of(stories.map((s) => s.period?.from ?? null), false), to: first_of(stories.map((s) => s.period?.to ?? null), true) },
    claims: [...crossing, ...stories.flatMap((s) => s.claims).filter((c) => !crossing.some((x) => c.members.every((m) => x.members.includes(m))))],
    relations: [...(topic.relations ?? []), ...stories.flatMap((s) => s.relations)],
    timeline: stories.flatMap((s) => s.timeline).sort((a, b) => by_time(a.time.earliest, b.time.earliest)),
  };
}

/** Look-ups by id over one dossier. */
export class Index {
  readonly reports = new Map<string, Report>();
  readonly actors = new Map<string, Actor>();
  readonly items = new Map<string, Item>();
  readonly views = new Map<string, View>();
  /** What can be chosen: topics of several stories, and the stories, the largest first. */
  readonly topics: Story[] = [];
  readonly stories: Story[];

  constructor(readonly dossier: Dossier) {
    for (const report of dossier.reports) this.reports.set(report.id, report);
    for (const actor of dossier.actors) this.actors.set(actor.id, actor);
    for (const item of [...dossier.statements, ...dossier.figures]) this.items.set(item.id, item);
    for (const view of dossier.view) this.views.set(view.report, view);
    this.stories = [...dossier.stories].sort((a, b) => b.reports.length - a.reports.length);
    for (const topic of dossier.topics) {
      const stories = topic.stories.map((id) => dossier.stories.find((s) => s.id === id)!);
      if (stories.length > 1) this.topics.push(topic_as_story(topic, [...stories].sort((a, b) => b.reports.length - a.reports.length)));
    }
  }

  /** A story or topic by id. */
  story(id: string): Story | undefined { return [...this.stories, ...this.topics].find((s) => s.id === id); }

  report(id: string): Report { return this.reports.get(id)!; }
  item(id: string): Item { return this.items.get(id)!; }

  /** How a report is called: its outlet, else the file's name. */
  outlet(id: string): string {
    const report = this.report(id);
    return report.outlet ?? report.given_id ?? report.path.split("/").pop() ?? report.path;
  }

  actor_name(id: string | null): string | null { return id === null ? null : this.actors.get(id)?.name ?? null; }

  /** Who says it, as far as the dossier knows; null = the report's own voice or open. */
  speaker(item: Item): string | null {
    if (is_figure(item)) {
      const carrier = item.statement === null ? undefined : this.items.get(item.statement);
      return this.actor_name(item.speaker) ?? (carrier ? this.speaker(carrier) : null);
    }
    const names = [item.speaker.actor, ...item.speaker.also].map((id) => this.actor_name(id)).filter((n) => n !== null);
    return names.length > 0 ? names.join(", ") : item.speaker.text;
  }

  /** The relay chain in words, outermost first; empty when the report has it at first hand. */
  chain(item: Item): string[] {
    if (is_figure(item)) {
      const carrier = item.statement === null ? undefined : this.items.get(item.statement);
      return carrier ? this.chain(carrier) : [];
    }
    return item.chain.map((link) => this.actor_name(link.actor) ?? link.text);
  }

  /** The words of an item. */
  words(item: Item): string {
    return is_figure(item) ? item.span.text : item.content.map((span) => span.text).join(" … ");
  }
}

/** Order of ISO times as texts, what has none last. localeCompare would put every sign for "none" before the digits. */
export function by_time(a: string | null | undefined, b: string | null | undefined): number {
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The day (and minute) of a time for people: "23.10.2024, 14:07"; the raw value where it is no calendar day. */
export function show_time(time: Time | null, unknown: string): string {
  if (time === null) return unknown;
  const day = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(time.value);
  const text = day ? `${day[3]}.${day[2]}.${day[1]}${day[4] ? ", " + day[4] : ""}` : time.value;
  return time.basis === "inferred" ? `≈ ${text}` : text;
}

/** A day as a number for charts, or null when the time names no day (a lane of its own shows those). */
export function day_of(time: Time | null): number | null {
  const day = time === null ? null : /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(time.value);
  return day ? Date.parse(`${day[1]}T${day[2] ?? "12:00"}:00Z`) : null;
}

/** The claim's status; reports of one origin repeat each other, they do not agree. */
export const shown_status = (claim: Claim): string => (claim.status === "agrees" && claim.origins < 2 ? "one_origin" : claim.status);
