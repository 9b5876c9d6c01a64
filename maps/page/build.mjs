// node build.mjs OUT-DIR: bundles the page for Chromium 102 (Qt 6.4's). Called by CMake; needs nothing but node_modules.
import { build } from 'esbuild';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) throw new Error('usage: node build.mjs OUT-DIR');
await mkdir(out, { recursive: true });
// The CSP build runs without eval and takes its worker from a URL instead of a blob.
const common = { bundle: true, minify: true, format: 'iife', target: 'chrome102', legalComments: 'none', logLevel: 'warning' };
await build({
  ...common,
  entryPoints: [join(here, 'src/main.ts')],
  outfile: join(out, 'page.js'),
  alias: { 'maplibre-gl': join(here, 'node_modules/maplibre-gl/dist/maplibre-gl-csp.js') },
});
// MapLibre's worker as it is, and our line behind it.
const ours = await build({ ...common, entryPoints: [join(here, 'src/worker.ts')], write: false });
const theirs = await readFile(join(here, 'node_modules/maplibre-gl/dist/maplibre-gl-csp-worker.js'), 'utf8');
await writeFile(join(out, 'worker.js'), `${theirs}\n${ours.outputFiles[0].text}`);
for (const name of ['page.html', 'page.css']) await copyFile(join(here, 'src', name), join(out, name));
