// SPDX-License-Identifier: Apache-2.0
// The page's words in German and English; the glossary of docs/glossary.md decides which.

const german = {
  reports: "Berichte", outlets: "Medien", origins: "Ursprünge", topics: "Themen", period: "Zeitraum", story: "Geschichte", stories: "Geschichten",
  changed: "Was sich geändert hat", differs: "Wo Angaben auseinandergehen", denied_confirmed: "Bestritten, dann bestätigt",
  nothing: "Nichts gefunden.", matrix: "Behauptungen", figures: "Zahlen", timeline: "Zeitleiste", repeats: "Wer gibt wen wieder",
  traces: "Gemeinsames ohne gemeinsamen Text", traces_note: "Gleiche Zitate, seltene Namen, gleiche Zahlen: ein Beleg, kein Urteil. Auch zwei Berichte von einer Pressekonferenz haben sie gemeinsam.",
  speakers: "Sprecher", naming: "Benennungen", texts: "Berichte", search: "Suchen", all_outlets: "alle Medien", all_speakers: "alle Sprecher",
  show_single: "auch Einzelangaben zeigen", by_origin: "eine Spalte je Ursprung", show_all: "Alle zeigen", from_day: "Ab", to_day: "Bis",
  other_values: "weitere Angaben", claim: "Behauptung", origin: "Ursprung", unknown_time: "Zeit unbekannt", unknown: "unbekannt",
  own_voice: "Bericht selbst", open_speaker: "Sprecher offen", chain: "Quellenkette", as_of: "Stand", value: "Wert", counted: "Gezählt wird", state: "Zustand",
  speaker: "Sprecher", report: "Bericht", evidence: "Beleg", copy_citation: "Als Zitat kopieren", copied: "Kopiert", close: "Schließen",
  bytes: "Bytes", rule: "Regel", confidence: "Sicherheit", relations: "Beziehungen", published: "Veröffentlicht", agencies: "Agenturen",
  from: "Von", to: "An", kind: "Art", coverage: "Deckung", diagnostics: "Hinweise zum Einlesen", uncertain: "unsicher",
  theme: "Hell/Dunkel", not_verdict: "Zeigt, wer was sagt – nicht, was stimmt.",
  language: "English", skip: "Zum Inhalt springen", filter: "Filter", names_used: "So heißt es in den Berichten",
  correction: "Korrektur", same_origin: "gleicher Ursprung wie",
  chart_note: "Punkt: Wert. Strich: Spanne. Pfeil: nach oben oder unten offen. Linke Spalte: Zeit unbekannt.",
};
export type Words = typeof german;

const english: Words = {
  reports: "Reports", outlets: "Outlets", origins: "Origins", topics: "Topics", period: "Period", story: "Story", stories: "Stories",
  changed: "What changed", differs: "Where accounts differ", denied_confirmed: "Denied, then confirmed",
  nothing: "Nothing found.", matrix: "Claims", figures: "Figures", timeline: "Timeline", repeats: "Who repeats whom",
  traces: "In common without common text", traces_note: "The same quotations, rare names, figures: evidence, no verdict. Two reports from one press conference share them too.",
  speakers: "Speakers", naming: "Naming", texts: "Reports", search: "Search", all_outlets: "all outlets", all_speakers: "all speakers",
  show_single: "show single statements too", by_origin: "one column per origin", show_all: "Show all", from_day: "From", to_day: "Until",
  other_values: "more values", claim: "Claim", origin: "origin", unknown_time: "time unknown", unknown: "unknown",
  own_voice: "the report itself", open_speaker: "speaker open", chain: "Source chain", as_of: "As of", value: "Value", counted: "What is counted", state: "State",
  speaker: "Speaker", report: "Report", evidence: "Evidence", copy_citation: "Copy as citation", copied: "Copied", close: "Close",
  bytes: "bytes", rule: "Rule", confidence: "Confidence", relations: "Relations", published: "Published", agencies: "Agencies",
  from: "From", to: "To", kind: "Kind", coverage: "Coverage", diagnostics: "Reading notes", uncertain: "uncertain",
  theme: "Light/dark", not_verdict: "Shows who says what – not what is true.",
  language: "Deutsch", skip: "Skip to content", filter: "Filter", names_used: "What the reports call it",
  correction: "correction", same_origin: "same origin as",
  chart_note: "Dot: value. Bar: range. Arrow: open upwards or downwards. Left lane: time unknown.",
};

const german_terms: Record<string, string> = {
  single: "einzeln", one_origin: "ein Ursprung", agrees: "stimmt überein", evolves: "entwickelt sich", differs: "geht auseinander", denied: "bestritten",
  denied_then_confirmed: "bestritten, dann bestätigt", confirmed: "bestätigt",
  asserts: "sagt", confirms: "bestätigt", denies: "bestreitet", warns: "warnt", suspects: "vermutet", announces: "kündigt an", demands: "fordert", refuses: "verweigert Auskunft",
  direct: "direkt", indirect: "indirekt", reported: "berichtet", mixed: "gemischt", author: "Bericht selbst",
  same_utterance: "dieselbe Äußerung", refines: "präzisiert", updates: "überholt", differs_scope: "anderer Zuschnitt", retracts: "nimmt zurück",
  copy: "Kopie", repeats: "gibt wieder", shares_text: "teilt Text", quotation: "Zitat", name: "Name", figures: "Zahlen", exact: "genau", about: "rund", at_least: "mindestens", at_most: "höchstens",
  more_than: "mehr als", less_than: "weniger als", between: "zwischen", vague: "unbestimmt", level: "Stand", increment: "Zuwachs", part: "Teil", total: "Summe", change: "Änderung", cap: "Obergrenze",
  inferred: "erschlossen", stated: "genannt", metadata: "Metadaten",
  value: "Wert", hedge: "Einschränkung", time: "Zeit", place: "Ort", state: "Zustand", wording: "Wortlaut", evidence: "Beleg", target: "Ziel",
};
const english_terms: Record<string, string> = {
  denied_then_confirmed: "denied, then confirmed", same_utterance: "same utterance", differs_scope: "different scope", shares_text: "shares text",
  at_least: "at least", at_most: "at most", more_than: "more than", less_than: "less than", asserts: "says", suspects: "suspects", refuses: "declines to say", author: "the report itself",
};

export type Language = "de" | "en";
export const words = (language: Language): Words => (language === "de" ? german : english);
export const term = (language: Language, key: string): string =>
  (language === "de" ? german_terms : english_terms)[key] ?? key.replaceAll("_", " ");
