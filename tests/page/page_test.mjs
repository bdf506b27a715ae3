// SPDX-License-Identifier: Apache-2.0
// Opens a dossier page in headless Chromium from a file, as a reader does, and checks what a reader relies on:
// a cell opens the marked sentence, the keyboard suffices, nothing of a report runs, nothing goes to the network,
// and axe finds no violation of WCAG 2.2 A/AA in both themes and at phone width.
//
//   node page_test.mjs BINARY SOURCE_DIR        exit code 0 if all hold; one line per check
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createRequire } from "node:module";
import puppeteer from "puppeteer-core";

const [binary, source_dir] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "quellenlage-page-"));
let failed = 0;

function check(what, holds, detail = "") {
  console.log(`${holds ? "ok  " : "FAIL"} ${what}${holds ? "" : ": " + detail}`);
  failed += holds ? 0 : 1;
}

/** A report that tries to get out of its text. */
const hostile = `<script>window.hacked = 1</script>"'><img src=x onerror="window.hacked = 2">

</script><script>window.hacked = 3</script> sagte Minister <b onmouseover="window.hacked = 4">Karl Muster</b>.

„</script><svg onload='window.hacked = 5'> Wir haben 40 Brücken geprüft“, sagte Minister Karl Muster.
`;

async function open_page(browser, html, problems) {
  const page = await browser.newPage();
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  page.on("console", (message) => { if (message.type() === "error") problems.push(`console: ${message.text()}`); });
  page.on("request", (request) => { if (!/^(file|data|blob):/.test(request.url())) problems.push(`request: ${request.url()}`); });
  await page.goto(`file://${html}`);
  await page.waitForSelector("main h1");
  return page;
}

async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] }));
  return found.violations.map((v) => `${v.id} (${v.nodes.length}x, ${v.nodes[0].target})`);
}

async function check_evidence(page) {
  const cell = await page.$("[data-item]");
  check("the matrix has cells", cell !== null);
  if (cell === null) return;
  const item = await page.evaluate((c) => c.dataset.item, cell);
  const expected = await page.evaluate((id) => {
    const data = JSON.parse(document.getElementById("data").textContent);
    const found = [...data.statements, ...data.figures].find((x) => x.id === id);
    return (found.span ? [found.span] : found.content).map((s) => s.text).join(" ");
  }, item);
  await cell.click();
  await page.waitForSelector("dialog[open] mark.chosen");
  const marked = await page.evaluate(() => [...document.querySelectorAll("dialog mark.chosen:not(.cue):not(.speaker)")].map((m) => m.textContent).join(" "));
  const letters = (text) => text.replace(/[^\p{L}\p{N}]/gu, "");
  check("a click on a cell shows its words, marked, in the report", letters(marked).includes(letters(expected)), `${marked} / ${expected}`);
  const visible = await page.evaluate(() => { const box = document.querySelector("#chosen").getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; });
  check("the marked words are in view", visible);
  const facts = await page.evaluate(() => document.querySelector("dialog .facts").textContent);
  check("the evidence names SHA-256 and bytes", /[0-9a-f]{64}/.test(facts) && /\d+–\d+/.test(facts), facts);
  check("axe, evidence open", (await violations(page)).length === 0, (await violations(page)).join("; "));
  await page.keyboard.press("Escape");
  await page.waitForFunction(() => document.querySelector("dialog") === null);
  check("Escape closes the evidence", true);
}

async function check_keyboard(page) {
  await page.evaluate(() => document.querySelector("[data-item]").focus());
  await page.keyboard.press("Enter");
  await page.waitForSelector("dialog[open]", { timeout: 3000 }).then(() => check("Enter opens a cell", true), () => check("Enter opens a cell", false));
  await page.keyboard.press("Escape");
}

/** A story of 500 reports: many copies of a few texts with their own headlines, and different numbers. */
function many_reports() {
  const lines = [];
  for (let i = 0; i < 500; ++i) {
    const day = String(1 + (i % 3)).padStart(2, "0"), count = 1200 + 50 * (i % 7);
    const text = `Beim Hafenfest in Nordbrook haben am Samstag rund ${count} Menschen gegen den Ausbau des Hafens demonstriert, teilte die Polizei mit. ` +
      `\u201eDer Ausbau zerst\u00f6rt unser Viertel\u201c, sagte die Sprecherin der Anwohner, Frauke Jessen. ` +
      `Hafenchef Olaf Petersen wies die Kritik zur\u00fcck. Der Ausbau koste ${30 + (i % 3)} Millionen Euro, sagte er dem Nordbrooker Kurier.`;
    lines.push(JSON.stringify({ id: `n${i}`, title: `Protest am Hafen von Nordbrook (${i})`, text, published: `2025-06-${day}`, source: `Blatt ${i}` }));
  }
  return lines.join("\n") + "\n";
}

/** Processor seconds of the page's main thread until it is drawn; unlike wall time, other programs do not add to it. */
async function check_speed(browser, problems) {
  const input = join(folder, "many.jsonl"), html = join(folder, "many.html");
  writeFileSync(input, many_reports());
  execFileSync(binary, [input, "-o", html, "--quiet"], { stdio: "ignore" });
  const page = await browser.newPage();
  const session = await page.createCDPSession();
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  page.on("pageerror", (error) => problems.push(`error: ${error.message}`));
  await page.goto(`file://${html}`);
  await page.waitForSelector("main h1");
  const { metrics } = await session.send("Performance.getMetrics");
  const seconds = metrics.find((m) => m.name === "TaskDuration").value;
  const reports = await page.evaluate(() => JSON.parse(document.getElementById("data").textContent).reports.length);
  check("500 reports are in the page", reports === 500, String(reports));
  check("500 reports are drawn in under two seconds", seconds < 2, `${seconds.toFixed(2)} s`);
  console.log(`     500 reports: ${seconds.toFixed(2)} s of the main thread`);
  const columns = await page.evaluate(() => document.querySelectorAll("section[aria-labelledby=matrix-title] thead th").length - 1);
  check("copies share a column", columns < 100, `${columns} columns`);
  await page.close();
}

/** The filters of the bar change what the table shows, and can be undone. */
async function check_filters(page) {
  const cells = () => page.evaluate(() => document.querySelectorAll(".matrix [data-item]").length);
  const before = await cells();
  const type = async (selector, text) => {
    await page.focus(selector);
    await page.evaluate((s) => { document.querySelector(s).value = ""; }, selector);
    await page.type(selector, text);
  };
  await type("input[type=search]", "zzzz");
  await page.waitForFunction(() => document.querySelectorAll(".matrix [data-item]").length === 0);
  check("a search without a hit empties the table", true);
  await page.evaluate(() => { const i = document.querySelector("input[type=search]"); i.value = ""; i.dispatchEvent(new Event("input", { bubbles: true })); });
  await page.waitForFunction((n) => document.querySelectorAll(".matrix [data-item]").length === n, {}, before);
  check("an empty search brings it back", true);
  const set_day = (day) => page.evaluate((d) => {
    const i = document.querySelector("input[type=date]");
    i.value = d;
    i.dispatchEvent(new Event("change", { bubbles: true }));
  }, day);
  await set_day("2999-01-01");
  await page.waitForFunction(() => document.querySelectorAll("section[aria-labelledby=matrix-title] thead th").length === 1);
  check("no report is shown from a day after all of them", true);
  await set_day("");
  await page.waitForFunction((n) => document.querySelectorAll(".matrix [data-item]").length === n, {}, before);
}

/** Reports of unknown or only inferred day come last, not first. */
async function check_order(browser, problems) {
  const input = join(folder, "order.jsonl"), html = join(folder, "order.html");
  const text = "Die Werft in Nordbrook streicht 300 Stellen, sagte Werftchef Olaf Kern. Der Betriebsrat der Werft fordert Verhandlungen \u00fcber einen Sozialplan.";
  const report = (source, published) => JSON.stringify({ id: source, title: "Werft in Nordbrook streicht Stellen", text, source, published });
  writeFileSync(input, [report("Ohne Tag"), report("Zweiter", "2025-06-02"), report("Erster", "2025-06-01")].join("\n"));
  execFileSync(binary, [input, "-o", html, "--quiet"], { stdio: "ignore" });
  const page = await open_page(browser, html, problems);
  const heads = await page.evaluate(() => [...document.querySelectorAll("section[aria-labelledby=matrix-title] thead th")].map((th) => th.firstChild.textContent).slice(1));
  check("columns stand in order of time, those of uncertain day last", heads.join() === "Erster,Zweiter,Ohne Tag", heads.join());
  await page.close();
}

async function main() {
  const examples = join(folder, "examples.html"), attack = join(folder, "attack.html"), report = join(folder, "attack.txt");
  execFileSync(binary, [join(source_dir, "examples"), "-o", examples, "--quiet"], { stdio: "ignore" });
  writeFileSync(report, hostile);
  execFileSync(binary, [report, "-o", attack, "--quiet"], { stdio: "ignore" });
  const browser = await puppeteer.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, userDataDir: join(folder, "profile"),
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
  try {
    const problems = [];
    const page = await open_page(browser, examples, problems);
    await page.setViewport({ width: 1280, height: 900 });
    await check_evidence(page);
    await check_keyboard(page);
    await check_filters(page);
    for (const [name, width, theme] of [["light", 1280, "light"], ["dark", 1280, "dark"], ["phone", 390, "light"]]) {
      await page.setViewport({ width, height: 900 });
      await page.evaluate((t) => { document.documentElement.dataset.theme = t; }, theme);
      const found = await violations(page);
      check(`axe, ${name}`, found.length === 0, found.join("; "));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      check(`no sideways scrolling of the page, ${name}`, overflow <= 0, `${overflow} px`);
    }
    const attacked = await open_page(browser, attack, problems);
    const hacked = await attacked.evaluate(() => window.hacked);
    check("nothing of a hostile report runs", hacked === undefined, String(hacked));
    await check_order(browser, problems);
    await check_speed(browser, problems);
    check("no script error, no request", problems.length === 0, problems.join("; "));
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
  process.exit(failed === 0 ? 0 : 1);
}

await main();
