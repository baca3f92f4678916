// axe finds nothing: every place, light and dark, wide and narrow.
import AxeBuilder from '@axe-core/playwright';
import { expect, firstMark, open, openFilters, test } from './fixture.js';

/** What depends on colours; the rest is the same in light and dark. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

/** @type {[string, string, ((page: import('@playwright/test').Page) => Promise<void>)?][]} */
const PLACES = [
  ['Compare with everything opened', '', async (page) => {
    for (const summary of await page.locator('#compare details > summary').all()) if (await summary.isVisible()) await summary.click();
  }],
  ['a mark and its card', '', async (page) => {
    await (await firstMark(page)).link.click();
    await expect(page.locator('#card')).toBeVisible();
  }],
  ['filters and a search', '#?text=border', openFilters],
  ['nothing left', '#?text=zzyzx'],
  ['the page of a name with everything opened', '', async (page) => {
    await page.locator('.matrix-label').first().click();
    await expect(page.locator('#part-entity-mentions')).toBeVisible();
    for (const summary of await page.locator('#entity details > summary').all()) if (await summary.isVisible()) await summary.click();
  }],
  ['Read', '#read'],
  ['Collection', '#collection'],
  ['a damaged link', '#%zz'],
];

for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
  for (const width of [1440, 390]) {
    test.describe(`${colorScheme}, ${width} pixels`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });

      for (const [name, fragment, prepare] of PLACES) {
        test(name, async ({ page }) => {
          test.setTimeout(90_000);
          await open(page, fragment);
          await prepare?.(page);
          const axe = new AxeBuilder({ page });
          if (colorScheme === 'dark') axe.withRules(COLOURS);
          const { violations } = await axe.analyze();
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => `${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`).join(' | ')}`);
          expect(found).toEqual([]);
        });
      }
    });
  }
}
