// What stands in the page before and after its script has run.
import { expect, fits, open, ready, test } from './fixture.js';

const PARTS = ['Where the articles differ', 'How many, according to whom', 'Who and where', 'When', 'Who said what'];

test('the default view shows every part, filled', async ({ page }) => {
  await open(page);
  for (const name of PARTS) await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
  for (const part of ['.comparison', '.strip-row', '.matrix tbody tr', '.event', '.quote']) {
    expect(await page.locator(part).count()).toBeGreaterThan(0);
  }
  expect(await page.locator('article .sentence').count()).toBeGreaterThan(20);
  await fits(page);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the view and the articles are there, and links lead to their sentences', async ({ page }) => {
    await page.goto('./');
    for (const name of PARTS) await expect(page.getByRole('heading', { level: 2, name })).toBeVisible();
    const link = page.locator('.claim a').first();
    const anchor = (await link.getAttribute('href') ?? '').slice(1);
    await link.click();
    await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
    await expect(page.locator('.article-card').first()).toBeVisible();
  });
});

/**
 * A view as lines of elements and text: everything a reader meets but what waits for the engine (what is
 * disabled, the minimap, the closed list of who is named together). The order of attributes is no part of it.
 * @param {Document} doc
 */
const drawn = (doc) => {
  /** @type {string[]} */
  const lines = [];
  /** @param {Node} node */
  const walk = (node) => {
    if (node instanceof Text || node.nodeType === 3) {
      const words = (node.textContent ?? '').replace(/\s+/g, ' ');
      if (words.trim() !== '') lines.push(words);
    } else if (node.nodeType === 1) {
      const element = /** @type {Element} */ (node);
      const attributes = [...element.attributes].filter(({ name }) => name !== 'disabled').map(({ name, value }) => `${name}=${value}`);
      lines.push(`<${element.localName} ${attributes.sort().join(' ')}>`);
      if (!element.matches('.minimap-room, [data-id=together]')) element.childNodes.forEach(walk);
    }
  };
  for (const selector of ['#compare', '.reader-body', '#collection .cards']) {
    const piece = doc.querySelector(selector)?.cloneNode(true);
    if (!piece) continue;
    const comments = doc.createNodeIterator(piece, NodeFilter.SHOW_COMMENT);
    for (let comment = comments.nextNode(); comment; comment = comments.nextNode()) /** @type {Comment} */ (comment).remove();
    piece.normalize();
    walk(piece);
  }
  lines.push(doc.querySelector('#filters')?.textContent ?? '');
  return lines;
};

test('the view made at build time equals what the browser extracts and draws', async ({ page }) => {
  const html = await (await page.request.get('./')).text();
  // The page without its first view has to draw everything itself.
  const bare = html.replace(/(<div id="app">)[\s\S]*(<\/div>\s*<p id="status")/, '$1$2');
  expect(bare.length).toBeLessThan(html.length);
  await page.route(/\/$/, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: bare }));
  // At build time, as at first in the browser, names are read by rules: the learnt model is still on its way.
  await page.route(/names-[^/]*\.bin$/, () => {});
  await page.goto('./');
  await expect(page.locator('#filters-button')).toBeEnabled();
  const extracted = await page.evaluate(`(${drawn})(document)`);
  const made = await page.evaluate(`(${drawn})(new DOMParser().parseFromString(${JSON.stringify(html)}, 'text/html'))`);
  expect(made).toEqual(extracted);
});

test('the page is taken over as it stands: nothing moves, the focus stays', async ({ page }) => {
  await page.addInitScript(() => {
    document.addEventListener('DOMContentLoaded', () => {
      const link = /** @type {HTMLElement} */ (document.querySelector('.claim a'));
      link.dataset.kept = 'yes';
      link.focus();
    });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) Object.assign(window, { shift: (Reflect.get(window, 'shift') ?? 0) + Reflect.get(entry, 'value') });
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await open(page);
  expect(await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).dataset.kept)).toBe('yes');
  expect(await page.evaluate(() => Reflect.get(window, 'shift') ?? 0)).toBeLessThan(0.02);
});

test('after load nothing is requested any more', async ({ page }) => {
  await open(page);
  /** @type {string[]} */
  const asked = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.locator('#search').fill('the');
  await expect(page.locator('#part-hits')).toBeVisible();
  await page.locator('.claim a, .hits a').first().click();
  await page.locator('.places [data-view=read]').click();
  await page.locator('.places [data-view=collection]').click();
  expect(asked).toEqual([]);
});

/** Asks for something from elsewhere; gives the directive that refused it. */
const outwards = () =>
  new Promise((resolve) => {
    addEventListener('securitypolicyviolation', (event) => resolve(/** @type {any} */ (event).effectiveDirective));
    // A foreign origin on this machine where nothing listens: refused by the policy before any connection.
    fetch('http://127.0.0.1:9/').then(() => resolve('it went through'), () => setTimeout(() => resolve('failed, but not by the policy'), 500));
  });

test('a request to elsewhere is refused by the policy, in the page and in the Worker', async ({ page, quiet }) => {
  quiet.expects(/Content Security Policy/);
  await open(page);
  expect(await page.evaluate(outwards)).toBe('connect-src');
  expect(page.workers()).toHaveLength(1);
  expect(await page.workers()[0].evaluate(outwards)).toBe('connect-src');
});

test('what a text holds stays text', async ({ page }) => {
  await page.goto('./#collection');
  await ready(page);
  await page.locator('#add-text').fill('<img src=x onerror="document.title=1"> <script>document.title=2</script> About 300 people came.');
  await page.getByRole('button', { name: 'Add and read' }).click();
  await expect(page.locator('article:visible .text')).toContainText('<img src=x');
  expect(await page.locator('article img, article script').count()).toBe(0);
  await expect(page).toHaveTitle(/Tallysheet/);
});
