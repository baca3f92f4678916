// Lays out dist/: bundles and hashes the scripts, draws the first view from the native core's data,
// and writes index.html with its styles, first view and boot script inside, and a policy that
// allows exactly these. Every address is relative, so the site works from any sub-path.
//
// Comes in: www/, www/pkg/, data/model.bin, and by environment TALLYSHEET_DATA (JSON of the default answer and
// readings), TALLYSHEET_NOTICES (licences of the crates) and TALLYSHEET_BUILD (the stamp).
// Goes out: dist/{index.html, worker-HASH.js, tallysheet-HASH.wasm, names-HASH.bin, licenses.txt, .nojekyll}.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { prerender } from './js/prerender.js';

const www = dirname(fileURLToPath(import.meta.url));
const dist = join(www, '../dist');
// A new site is laid out beside the old one, which is served until the new one is whole.
const draft = join(www, '../dist.new');

/** Browsers that have module Workers, the Highlight API and CSS nesting. */
const TARGET = ['chrome120', 'firefox128', 'safari17.4'];

/** @type {Set<string>} the npm packages that are bundled, by their folder */
const bundled = new Set();

await rm(draft, { recursive: true, force: true });
await mkdir(draft);

const wasm = await addHashed('tallysheet', 'wasm', await readFile(join(www, 'pkg/tallysheet_bg.wasm')));
// The tagger's weights: fetched by the Worker once the first view stands.
const model = await addHashed('names', 'bin', await readFile(join(www, '../data/model.bin')));
const worker = await addHashed('worker', 'js', await bundle('js/core/worker.js', {}));
const boot = String(await bundle('js/main.js', { wasm, worker, model }));
const style = String(await bundle('css/main.css', {}));
const data = JSON.parse(await readFile(env('TALLYSHEET_DATA'), 'utf8'));

await writeFile(join(draft, 'index.html'), await page(await prerender(data)));
await writeFile(join(draft, 'licenses.txt'), await licenses());
// GitHub Pages would otherwise run its own site generator over this one.
await writeFile(join(draft, '.nojekyll'), '');
await rm(dist, { recursive: true, force: true });
await rename(draft, dist);

/**
 * Bundles one entry; gives its bytes.
 * @param {string} entry @param {{wasm?: string, worker?: string, model?: string}} assets what `__ASSETS__` stands for in it
 */
async function bundle(entry, assets) {
  const result = await build({
    entryPoints: [join(www, entry)],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    target: TARGET,
    define: { __ASSETS__: JSON.stringify(assets) },
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'warning',
  });
  for (const input of Object.keys(result.metafile.inputs)) {
    const found = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (found) bundled.add(found[1]);
  }
  return Buffer.from(result.outputFiles[0].contents);
}

/**
 * Writes a file under a name that changes with its content, so that it may be kept for ever.
 * @param {string} name @param {string} extension @param {Buffer} content
 */
async function addHashed(name, extension, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  const file = `${name}-${hash}.${extension}`;
  await writeFile(join(draft, file), content);
  return file;
}

/**
 * index.html with all its markers filled.
 * @param {Record<string, string>} slots
 */
async function page(slots) {
  if (/<\/script|<!--/i.test(boot)) throw new Error('the boot script holds text that would end its element');
  if (/<\/style/i.test(style)) throw new Error('the styles hold text that would end their element');
  for (const [name, html] of Object.entries(slots)) {
    if (/<[^>]+\s(?:style|on[a-z]+)\s*=/i.test(html)) throw new Error(`${name}: the policy refuses inline styles and handlers`);
  }
  const fill = {
    csp: `<meta http-equiv="Content-Security-Policy" content="${policy()}">`,
    style: `<style>${style}</style>`,
    boot: `<script type="module">${boot}</script>`,
    ...slots,
  };
  let html = await readFile(join(www, 'index.html'), 'utf8');
  html = html.replace('<html', () => `<html data-build="${env('TALLYSHEET_BUILD')}"`);
  // Markers are looked for in the template alone, never in what was filled in.
  const used = new Set();
  html = html.replace(/<!--([a-z-]+)-->/g, (marker, name) => {
    if (!(name in fill)) throw new Error(`index.html: nothing fills ${marker}`);
    used.add(name);
    return fill[/** @type {keyof typeof fill} */ (name)];
  });
  const unused = Object.keys(fill).filter((name) => !used.has(name));
  if (unused.length) throw new Error(`index.html has no marker for ${unused.join(', ')}`);
  return html;
}

/**
 * What the page may do. A Worker started from a `blob:` address inherits this; one started from our
 * own address would not. `worker-src 'self'` is for what that Worker imports: browsers hold a module
 * Worker's imports to the same rule as its start. `'wasm-unsafe-eval'` compiles wasm and allows no
 * evaluation of scripts.
 */
function policy() {
  return [
    "default-src 'none'",
    `script-src 'self' 'wasm-unsafe-eval' ${sha256(boot)}`,
    "worker-src 'self' blob:",
    "connect-src 'self'",
    `style-src ${sha256(style)}`,
    "img-src 'self' data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

/** @param {string} text */
function sha256(text) {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The notices of all that is built in: npm packages first, then crates. */
async function licenses() {
  const rule = `\n\n${'-'.repeat(72)}\n\n`;
  let text = 'Tallysheet contains the following works of others, under their licences.' + rule;
  for (const folder of [...bundled].sort()) {
    const about = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const files = (await readdir(folder)).filter((name) => /^licen[sc]e/i.test(name)).sort();
    if (!files.length) throw new Error(`${about.name} has no licence file`);
    text += `${about.name} ${about.version} (${about.license})\n\n`;
    text += (await readFile(join(folder, files[0]), 'utf8')).trim() + rule;
  }
  return text + (await readFile(env('TALLYSHEET_NOTICES'), 'utf8'));
}

/** @param {string} name */
function env(name) {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run this through \`cargo xtask build\``);
  return value;
}
