// node build.mjs OUT-DIR: bundles the peers' pages from the locked packages of maps/page. For the benchmark only.
import { copyFile, mkdir } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const page = join(here, '../../../../maps/page');
const packages = join(page, 'node_modules');
const out = process.argv[2];
if (!out) throw new Error('usage: node build.mjs OUT-DIR');
const { build } = createRequire(join(page, 'package.json'))('esbuild');
await mkdir(out, { recursive: true });
for (const name of ['leaflet', 'setdata'])
  await build({
    entryPoints: [join(here, `page/${name}.ts`)], outfile: join(out, `${name}.js`),
    alias: { 'maplibre-gl': join(packages, 'maplibre-gl/dist/maplibre-gl-csp.js'), leaflet: join(packages, 'leaflet/dist/leaflet-src.esm.js') },
    bundle: true, minify: true, format: 'iife', target: 'chrome102', legalComments: 'none', logLevel: 'warning',
  });
await copyFile(join(packages, 'leaflet/dist/leaflet.css'), join(out, 'leaflet.css'));
await copyFile(join(packages, 'maplibre-gl/dist/maplibre-gl.css'), join(out, 'setdata.css'));
await copyFile(join(packages, 'maplibre-gl/dist/maplibre-gl-csp-worker.js'), join(out, 'worker.js'));
await copyFile(join(here, 'page/page.html'), join(out, 'page.html'));
