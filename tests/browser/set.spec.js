// What the reader says of an article: its day, outlet and headline, and which of its blocks count.
import { expect, open, test } from './fixture.js';

/** @typedef {import('@playwright/test').Page} Page */

/** Opens what sets a fact. @param {import('@playwright/test').Locator} card @param {number} nth the fact */
async function setting(card, nth) {
  const box = card.locator('.set-box').nth(nth);
  await box.locator('summary').click();
  return box;
}

test('the day of an article is set, moves its dates, outlives a Worker that traps, and is taken back', async ({ page, quiet }) => {
  quiet.expects(/unreachable/);
  await open(page, '#collection');
  const card = page.locator('.article-card').first();
  await expect(card.locator('.tag-set')).toHaveText('set by us');
  await card.locator('.clues-box summary').click();
  await expect(card.locator('.clues li').first()).toContainText(/“.+”: .+\./);
  const day = await setting(card, 2);
  const was = (await card.locator('.fact-value').last().textContent()) ?? '';
  await day.locator('input').fill('2011-05-04');
  await day.getByRole('button', { name: 'Set' }).click();
  const tag = card.locator('.tag-yours');
  await expect(tag).toHaveText('set by you');
  await expect(card).toContainText(`Before: ${was}, set by us.`);
  await page.workers()[0].evaluate(() => {
    self.onmessage = ({ data }) => postMessage({ id: data.id, error: { name: 'RuntimeError', code: 'trapped', message: 'unreachable' } });
  });
  await page.locator('#search').fill('border');
  await page.locator('#search').fill('');
  await page.locator('.places [data-view=compare]').click();
  await expect(page.locator('.event-why', { hasText: '4 May 2011, which you set' }).first()).toBeVisible();
  await page.locator('.places [data-view=collection]').click();
  await day.getByRole('button', { name: 'Take back' }).click();
  await expect(tag).toHaveCount(0);
  await expect(card.locator('.tag-set')).toHaveText('set by us');
  await page.locator('#corrections').getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(tag).toHaveCount(1);
  await page.locator('#corrections').getByRole('button', { name: 'Undo all' }).click();
  await expect(tag).toHaveCount(0);
});

test('an outlet is given, and every view calls the article by it', async ({ page }) => {
  await open(page, '#read');
  await page.locator('.article:visible').getByRole('link', { name: /How this is known/ }).click();
  await expect(page.locator('.facts').first()).toBeFocused();
  const outlet = await setting(page.locator('.article-card').first(), 1);
  await outlet.locator('input').fill('The Reader <b>');
  await outlet.locator('input').press('Enter');
  await page.locator('.places [data-view=read]').click();
  await expect(page.locator('.article-head h3:visible')).toContainText('The Reader <b>');
});

test('what is not article counts after one click, and a paragraph is left out, and back', async ({ page }) => {
  await open(page, '#read');
  const apart = page.locator('.article:visible .apart').first();
  const id = await apart.locator('.sentence').first().getAttribute('id') ?? '';
  const block = page.locator('.block', { has: page.locator(`[id="${id}"]`) });
  await apart.getByRole('button', { name: 'Count this' }).click();
  await expect(block).not.toHaveClass(/apart/);
  await expect(block).toContainText('Counted by you');
  await expect(block.getByRole('button', { name: 'Leave out' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(block).toHaveClass(/apart/);
  // A paragraph, through the card of a figure in it.
  await page.locator('.article:visible a.m-figure').first().click();
  const figure = await page.locator('[data-lit=mark]').getAttribute('data-mark');
  const paragraph = page.locator('.block', { has: page.locator('[data-lit=mark]') });
  await page.locator('#card').getByRole('button', { name: 'Leave out this paragraph' }).click();
  await expect(paragraph).toContainText('Left out by you');
  await page.locator('.places [data-view=compare]').click();
  await expect(page.locator(`#part-figures .strip-link[href="#${figure}"]`)).toHaveCount(0);
  await page.locator('.places [data-view=collection]').click();
  await expect(page.locator('#corrections li')).toHaveCount(3);
  await page.locator('#corrections').getByRole('button', { name: 'Undo', exact: true }).click();
  await page.locator('.places [data-view=compare]').click();
  await expect(page.locator(`#part-figures .strip-link[href="#${figure}"]`).first()).toBeVisible();
});

test('a filter on a name is by what it is, short in the address', async ({ page }) => {
  await open(page);
  await page.locator('#filters-button').click();
  const first = page.locator('#filters [data-dim=entity] .value').first();
  const name = await first.locator('span').first().textContent();
  await first.locator('input').check();
  await expect(page.locator('.chip').first()).toContainText(`Who and where: ${name}`);
  expect(new URL(page.url()).hash).toMatch(/^#\?entity=(person|place|body):[\w.-]+$/);
});
