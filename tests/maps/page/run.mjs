// node run.mjs OUT-DIR: bundles the tests of this folder with the page's TypeScript and runs them with node's runner.
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const page = join(here, '../../../maps/page');
const out = process.argv[2];
if (!out) throw new Error('usage: node run.mjs OUT-DIR');
const { build } = createRequire(join(page, 'package.json'))('esbuild');
rmSync(out, { recursive: true, force: true });
const tests = readdirSync(here).filter((name) => name.endsWith('.test.js'));
await build({
  entryPoints: tests.map((name) => join(here, name)), outdir: out, outExtension: { '.js': '.mjs' },
  bundle: true, format: 'esm', platform: 'node', target: 'node18', logLevel: 'warning',
});
const files = tests.map((name) => join(out, name.replace(/\.js$/, '.mjs')));
process.exit(spawnSync(process.execPath, ['--test', ...files], { stdio: 'inherit' }).status ?? 1);
