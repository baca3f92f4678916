// Corrections by the reader: each kind, in the list, undone, done again, and all undone.
import { expect, open, test } from './fixture.js';

/** @typedef {import('@playwright/test').Page} Page */

/** Opens the page of a name and what corrects it. @param {Page} page @param {number} nth */
async function correcting(page, nth = 0) {
  const link = page.locator('.matrix-label').nth(nth);
  const name = (await link.textContent()) ?? '';
  await link.click();
  await expect(page.locator('#entity-heading')).toContainText(name);
  await page.locator('#entity .correct > summary').click();
  return name;
}

/** @param {Page} page */
const names = (page) => page.locator('.matrix-label').allTextContents();

/** @param {Page} page */
async function list(page) {
  await page.locator('.places [data-view=collection]').click();
  return page.locator('#corrections');
}

test('a name is given another, in every view, and that is undone and done again', async ({ page }) => {
  await open(page);
  const name = await correcting(page);
  await page.locator('#entity .correct').getByLabel('Its name').fill('Somebody Else');
  await page.locator('#entity .correct').getByRole('button', { name: 'Rename' }).click();
  await expect(page.locator('#entity-heading')).toContainText('Somebody Else');
  await expect(page.locator('#entity-heading')).toContainText('corrected by you');
  await page.locator('.places [data-view=compare]').click();
  expect(await names(page)).toContain('Somebody Else');
  const log = await list(page);
  await expect(log.locator('li')).toHaveText([`“${name}” is called “Somebody Else”.`]);
  await expect(log).toContainText('memory only');
  await log.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(log.locator('.undone')).toHaveCount(1);
  await expect(page.locator('#status')).toHaveText(`Undone: “${name}” is called “Somebody Else”.`);
  await expect(log).toBeFocused();
  await page.locator('.places [data-view=compare]').click();
  expect(await names(page)).toContain(name);
  expect(await names(page)).not.toContain('Somebody Else');
  await (await list(page)).getByRole('button', { name: 'Redo' }).click();
  await expect(page.locator('#corrections .undone')).toHaveCount(0);
  await page.locator('.places [data-view=compare]').click();
  expect(await names(page)).toContain('Somebody Else');
});

test('two names are made one, and a mention is taken out', async ({ page }) => {
  await open(page);
  const before = await page.locator('.matrix tbody').allTextContents();
  const lead = page.locator('#entity .lead').first();
  const total = async () => Number.parseInt((await lead.textContent()) ?? '', 10);
  await page.locator('.matrix-label').first().click();
  await expect(lead).toBeVisible();
  const one = await total();
  await page.goBack();
  await correcting(page, 1);
  const other = await total();
  await page.locator('#entity .correct').getByLabel('The same as').selectOption({ index: 1 });
  await page.locator('#entity .correct').getByRole('button', { name: 'Merge' }).click();
  await expect(lead).toContainText(`${one + other} mentions`);
  await page.locator('#part-entity-mentions').getByRole('button', { name: /Not this one/ }).first().click();
  await expect(lead).toContainText(`${one + other - 1} mentions`);
  const log = await list(page);
  await expect(log.locator('li')).toHaveCount(2);
  await log.getByRole('button', { name: 'Undo all' }).click();
  await expect(log.locator('.undone')).toHaveCount(2);
  await page.locator('.places [data-view=compare]').click();
  expect(await page.locator('.matrix tbody').allTextContents()).toEqual(before);
});

test('a name is given another kind, and is hidden, over a Worker that traps', async ({ page, quiet }) => {
  quiet.expects(/unreachable/);
  await open(page);
  const name = await correcting(page);
  await page.locator('#entity .correct').getByLabel('Its kind').selectOption('product');
  await page.locator('#entity .correct').getByRole('button', { name: 'Change' }).click();
  await expect(page.locator('#entity .entity-kind')).toContainText(/product/i);
  await page.locator('#entity .correct').getByRole('button', { name: /Hide/ }).click();
  await expect(page.locator('#entity-heading')).not.toContainText(name);
  await page.workers()[0].evaluate(() => {
    self.onmessage = ({ data }) => postMessage({ id: data.id, error: { name: 'RuntimeError', code: 'trapped', message: 'unreachable' } });
  });
  await page.locator('.places [data-view=compare]').click();
  await page.locator('#search').fill('border');
  await expect(page.locator('#part-hits mark').first()).toBeVisible();
  await page.locator('#search').fill('');
  await expect(page.locator('#part-hits')).toHaveCount(0);
  expect(await names(page)).not.toContain(name);
});
