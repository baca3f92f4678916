// What every browser test shares: a page whose console must stay empty, and waiting for the engine.
import { test as base, expect } from '@playwright/test';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{expects: (what: RegExp) => void}} Quiet
 */

/**
 * Anything on the console, any thrown error and any broken rule of the policy fails the test, unless
 * it matches what the test says it brings about.
 * @param {{page: Page}} given
 * @param {(quiet: Quiet) => Promise<void>} use
 */
async function quiet({ page }, use) {
  /** @type {string[]} */
  const said = [];
  /** @type {RegExp[]} */
  const expected = [];
  page.on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) said.push(message.text());
  });
  page.on('pageerror', (error) => said.push(String(error.stack ?? error)));
  await use({ expects: (what) => void expected.push(what) });
  expect(said.filter((line) => !expected.some((what) => what.test(line)))).toEqual([]);
}

/**
 * The test, whose page must be quiet.
 * @type {import('@playwright/test').TestType<
 *   import('@playwright/test').PlaywrightTestArgs & import('@playwright/test').PlaywrightTestOptions & {quiet: Quiet},
 *   import('@playwright/test').PlaywrightWorkerArgs & import('@playwright/test').PlaywrightWorkerOptions>}
 */
export const test = base.extend(/** @type {any} */ ({ quiet: [quiet, { auto: true }] }));

export { expect };

/**
 * Opens the page at a fragment and waits for the engine.
 * @param {Page} page @param {string} [fragment]
 */
export async function open(page, fragment = '') {
  await page.goto(`./${fragment}`);
  await ready(page);
}

/** Waits for the engine, and for names as the learnt model reads them, or until it is clear that they are not. @param {Page} page */
export async function ready(page) {
  await expect(page.locator('#filters-button')).toBeEnabled();
  await expect(page.locator('html')).toHaveAttribute('data-names', /learnt|failed/);
}

/** Opens the filters. @param {Page} page */
export async function openFilters(page) {
  await page.locator('#filters-button').click();
  await expect(page.locator('#filters')).toBeVisible();
}

/** The first link of the comparison to a mark of an article, and its anchor. @param {Page} page @param {string} [within] */
export async function firstMark(page, within = '#part-figures') {
  const link = page.locator(`${within} a[href*="-"]:not([href^="#strip-"]):visible`).first();
  const anchor = (await link.getAttribute('href') ?? '').slice(1);
  expect(anchor).toMatch(/^\w+-\d+-\d+(-[a-z])?$/);
  return { link, anchor };
}

/** Holds when nothing sticks out of the page to the side. @param {Page} page */
export async function fits(page) {
  const [content, window] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
  expect(content).toBeLessThanOrEqual(window);
}
