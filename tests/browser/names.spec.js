// The learnt model: names get better in place, without anything jumping, and without it the page goes on.
import { expect, firstMark, open, test } from './fixture.js';

/** Holds the model back until it is let go. @param {import('@playwright/test').Page} page */
async function held(page) {
  /** @type {() => void} */
  let release = () => {};
  const gate = new Promise((resolve) => (release = () => resolve(undefined)));
  await page.route(/names-[^/]*\.bin$/, async (route) => {
    await gate;
    await route.continue();
  });
  await page.goto('./');
  await expect(page.locator('#filters-button')).toBeEnabled();
  await expect(page.locator('html')).toHaveAttribute('data-names', 'refining');
  return release;
}

/** Sums up what moves from now on; gives a function that reads the sum. @param {import('@playwright/test').Page} page */
async function shifts(page) {
  await page.evaluate(() => {
    Object.assign(window, { shift: 0 });
    new PerformanceObserver((list) => {
      // What moves within half a second of a click counts as the reader's own doing; here nobody clicks.
      for (const entry of list.getEntries()) Object.assign(window, { shift: Reflect.get(window, 'shift') + Reflect.get(entry, 'value') });
    }).observe({ type: 'layout-shift' });
  });
  return async () => {
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    return page.evaluate(() => Reflect.get(window, 'shift'));
  };
}

for (const [where, selector] of [['at the top', '.sources'], ['at the names', '#part-who'], ['at the quotes', '#part-said']]) {
  test(`names get better without anything jumping, ${where}`, async ({ page }) => {
    const release = await held(page);
    await page.locator(selector).evaluate((part) => part.scrollIntoView({ block: 'start', behavior: 'instant' }));
    const summary = page.locator('#part-figures details.table > summary').first();
    await summary.evaluate((one) => /** @type {HTMLElement} */ (one).click());
    const link = page.locator(`${selector} a`).first();
    await link.evaluate((one) => /** @type {HTMLElement} */ (one).focus({ preventScroll: true }));
    const [href, before] = await Promise.all([link.getAttribute('href'), page.locator(selector).evaluate((part) => part.getBoundingClientRect().top)]);
    await page.evaluate(() => new Promise((done) => setTimeout(done, 600)));
    const sum = await shifts(page);
    release();
    await expect(page.locator('html')).toHaveAttribute('data-names', 'learnt');
    expect(await sum()).toBeLessThan(0.1);
    expect(Math.abs(await page.locator(selector).evaluate((part) => part.getBoundingClientRect().top) - before)).toBeLessThan(2);
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(href);
    await expect(page.locator('#part-figures details.table').first()).toHaveAttribute('open', '');
  });
}

test('a chosen mark stays chosen, and its card open', async ({ page }) => {
  const release = await held(page);
  const { link, anchor } = await firstMark(page);
  await link.click();
  await expect(page.locator('#card')).toBeVisible();
  release();
  await expect(page.locator('html')).toHaveAttribute('data-names', 'learnt');
  await expect(page.locator(`[data-mark="${anchor}"]`).first()).toHaveAttribute('data-lit', 'mark');
  await expect(page.locator('#card')).toBeVisible();
});

test('only if it is slow, the status says that names are being refined', async ({ page }) => {
  const release = await held(page);
  const status = page.locator('#status');
  await expect(status).toHaveText('Names are being refined …');
  // Meanwhile everything can be asked.
  await page.locator('#search').fill('border');
  await expect(page.locator('#part-hits mark').first()).toBeVisible();
  release();
  await expect(page.locator('html')).toHaveAttribute('data-names', 'learnt');
  await expect(page.locator('#part-hits mark').first()).toBeVisible();
});

test('without the model the page goes on and says so, and trying again helps', async ({ page, quiet }) => {
  quiet.expects(/Failed to load resource|ERR_FAILED/);
  let tries = 0;
  await page.route(/names-[^/]*\.bin$/, (route) => {
    tries += 1;
    return route.abort();
  });
  await open(page, '#collection');
  expect(tries).toBe(2);
  await expect(page.locator('html')).toHaveAttribute('data-names', 'failed');
  await expect(page.locator('#collection .unrefined')).toContainText('rules');
  await expect(page.locator('.notice')).toHaveCount(0);
  await page.unroute(/names-[^/]*\.bin$/);
  await page.locator('#collection .unrefined').getByRole('button', { name: 'Try again' }).click();
  await expect(page.locator('html')).toHaveAttribute('data-names', 'learnt');
  await expect(page.locator('.unrefined')).toHaveCount(0);
});

test('a damaged model is refused, and the page goes on', async ({ page }) => {
  await page.route(/names-[^/]*\.bin$/, (route) => route.fulfill({ body: Buffer.from('TSM1, but no model') }));
  await open(page);
  await expect(page.locator('html')).toHaveAttribute('data-names', 'failed');
  await expect(page.locator('#part-who .unrefined')).toContainText('damaged');
});

test('a Worker that is replaced reads names with the model too', async ({ page, quiet }) => {
  quiet.expects(/unreachable/);
  await open(page);
  const names = () => page.locator('.matrix-label').allTextContents();
  const before = await names();
  const old = page.workers()[0];
  await old.evaluate(() => {
    self.onmessage = ({ data }) => postMessage({ id: data.id, error: { name: 'RuntimeError', code: 'trapped', message: 'unreachable' } });
  });
  await page.locator('#search').fill('border');
  await expect(page.locator('#part-hits mark').first()).toBeVisible();
  await page.locator('#search').fill('');
  await expect(page.locator('#part-hits')).toHaveCount(0);
  expect(await names()).toEqual(before);
});
