// node build.mjs OUT-DIR: bundles the page for Chromium 102 (Qt 6.4's). Called by CMake; needs nothing but node_modules.
import { build } from 'esbuild';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];
if (!out) throw new Error('usage: node build.mjs OUT-DIR');
await mkdir(out, { recursive: true });
// The CSP build runs without eval and takes its worker from a URL instead of a blob.
await build({
  entryPoints: [join(here, 'src/main.ts')],
  outfile: join(out, 'page.js'),
  alias: { 'maplibre-gl': join(here, 'node_modules/maplibre-gl/dist/maplibre-gl-csp.js') },
  bundle: true,
  minify: true,
  format: 'iife',
  target: 'chrome102',
  legalComments: 'none',
  logLevel: 'warning',
});
await copyFile(join(here, 'node_modules/maplibre-gl/dist/maplibre-gl-csp-worker.js'), join(out, 'worker.js'));
for (const name of ['page.html', 'page.css']) await copyFile(join(here, 'src', name), join(out, name));
