// SPDX-License-Identifier: Apache-2.0
// Bundles src/main.tsx and src/style.css into one HTML file with a Content-Security-Policy that names the hashes of
// exactly this script and this style: nothing that comes from a report can ever run. The program puts the data in
// place of QL_DATA (src/present/page.cpp).
//
//   node build.mjs [OUTPUT]        default dist/page.html
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { build } from "esbuild";

const output = process.argv[2] ?? "dist/page.html";
const bundle = async (entry) => {
  const result = await build({
    entryPoints: [entry], bundle: true, minify: true, write: false, target: "es2021", format: "iife", charset: "utf8",
    jsx: "automatic", jsxImportSource: "preact", legalComments: "none", outdir: "unused",
  });
  return result.outputFiles[0].text.trim();
};
const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;

const script = (await bundle("src/main.tsx")).replaceAll("</script", "<\\/script");
const style = await bundle("src/style.css");
const policy = `default-src 'none'; script-src ${hash(script)}; style-src ${hash(style)}; img-src data:; base-uri 'none'; form-action 'none'`;
const page = `<!doctype html>
<html lang="de">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>Quellenlage</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
<div id="app"></div>
<noscript>Diese Seite braucht JavaScript. / This page needs JavaScript.</noscript>
<script type="application/json" id="data">QL_DATA</script>
<script>${script}</script>
</body>
</html>
`;
mkdirSync(dirname(output), { recursive: true });
writeFileSync(output, page);
