// Filters: each of them, alone and together, in the address, and taken away again.
import { expect, open, openFilters, ready, test } from './fixture.js';

/** @param {import('@playwright/test').Page} page */
const status = (page) => page.locator('#status');

test('every filter there is narrows all views, is in the address, and survives a reload', async ({ page }) => {
  test.setTimeout(90_000);
  await open(page);
  await openFilters(page);
  const dims = await page.locator('#filters .facet[data-dim]').evaluateAll((all) => all.map((one) => one.getAttribute('data-dim') ?? ''));
  for (const wanted of ['article', 'kind', 'entity', 'speaker', 'unit', 'bound', 'year']) expect(dims).toContain(wanted);
  for (const dim of dims) {
    const row = page.locator(`#filters .facet[data-dim="${dim}"] .value`).last();
    // The last value is the rarest: it may lie behind "more".
    if (!(await row.isVisible())) await page.locator(`#filters .facet[data-dim="${dim}"] details > summary`).click();
    const value = await row.locator('input').getAttribute('value');
    const count = Number((await row.locator('.n').textContent())?.replace(/\D/g, ''));
    expect(count, dim).toBeGreaterThan(0);
    await row.locator('input').check();
    await expect(page.locator('.chip')).toHaveCount(1);
    await expect(status(page)).toContainText(`${count} of`);
    expect(new URLSearchParams(new URL(page.url()).hash.split('?')[1]).getAll(dim)).toEqual([value]);
    await page.reload();
    await ready(page);
    await expect(page.locator('.chip')).toHaveCount(1);
    await expect(status(page)).toContainText(`${count} of`);
    await openFilters(page);
    await page.locator('#reset').click();
    await expect(page.locator('.chip')).toHaveCount(0);
  }
});

test('within a filter any value will do, between filters all must hold; no filter narrows itself', async ({ page }) => {
  await open(page);
  await openFilters(page);
  const rows = page.locator('#filters .facet[data-dim="bound"] .value');
  const before = await rows.count();
  await rows.first().locator('input').check();
  await expect(page.locator('.chip')).toHaveCount(1);
  expect(await rows.count()).toBe(before);
  await rows.nth(1).locator('input').check();
  await expect(page.locator('.chip')).toHaveCount(2);
  await page.locator('.chip').first().click();
  await expect(page.locator('.chip')).toHaveCount(1);
  await page.goBack();
  await expect(page.locator('.chip')).toHaveCount(2);
});

test('a range of values leaves the figures that reach into it', async ({ page }) => {
  await open(page);
  await openFilters(page);
  const all = await page.locator('.strip-row').count();
  await page.locator('#low').fill('2000');
  await page.locator('#low').press('Enter');
  await expect(page.locator('.chip')).toHaveCount(1);
  await expect.poll(() => page.locator('.strip-row').count()).toBeLessThan(all);
  await page.locator('#high').fill('1000');
  await page.locator('#high').press('Enter');
  expect(await page.locator('#high').evaluate((input) => /** @type {HTMLInputElement} */ (input).validationMessage)).toContain('lowest');
  await page.locator('#high').fill('3000');
  await page.locator('#high').press('Enter');
  await expect(page.locator('.chip')).toHaveCount(2);
  expect(new URL(page.url()).hash).toBe('#?low=2000&high=3000');
  await page.reload();
  await ready(page);
  await expect(page.locator('.chip')).toHaveCount(2);
});

test('text is searched for as it is typed', async ({ page }) => {
  await open(page);
  await page.locator('#search').pressSequentially('national guard', { delay: 20 });
  await expect(page.locator('#part-hits')).toBeVisible();
  await expect(page.locator('#part-hits mark').first()).toBeVisible();
  // Each letter typed is a search of its own: the address follows the last.
  await expect(page).toHaveURL(/#\?text=national\+guard$/);
  await expect(page.locator('#search')).toHaveValue('national guard');
  await page.reload();
  await ready(page);
  await expect(page.locator('#search')).toHaveValue('national guard');
  await expect(page.locator('#part-hits mark').first()).toBeVisible();
});

test('what is found is of what the other filters leave', async ({ page }) => {
  await open(page, '#?text=border');
  const letters = () => page.locator('#part-hits li > .badge').allTextContents();
  const all = await letters();
  expect(new Set(all).size).toBeGreaterThan(1);
  await openFilters(page);
  await page.locator('#filters .facet[data-dim="article"] .value').nth(1).locator('input').check();
  await expect(page.locator('.chip')).toHaveCount(2);
  expect(new Set(await letters())).toEqual(new Set(['B']));
  await page.goBack();
  await expect(page.locator('.chip')).toHaveCount(1);
  expect(await letters()).toEqual(all);
});

test('nothing left says so, and what to do', async ({ page }) => {
  await open(page, '#?text=zzyzx');
  await expect(status(page)).toContainText('Nothing is left');
  for (const part of ['hits', 'differ', 'figures', 'who', 'when', 'said']) await expect(page.locator(`#part-${part} .empty`)).toBeVisible();
  await page.locator('#reset').click();
  await expect(page.locator('.comparison').first()).toBeVisible();
  await expect(page.locator('#search')).toHaveValue('');
});

test('a filter that does not exist is named, and can be left', async ({ page }) => {
  await open(page, '#?colour=red');
  await expect(page.locator('.notice')).toContainText('colour');
  await page.locator('.notice').getByRole('button', { name: 'Reset filters' }).click();
  await expect(page.locator('.notice')).toHaveCount(0);
  await expect(page.locator('.comparison').first()).toBeVisible();
});

test('what is not article counts only when asked for', async ({ page }) => {
  await open(page);
  await openFilters(page);
  await page.locator('#boilerplate').check();
  await expect(page.locator('.chip')).toHaveCount(1);
  await expect(status(page)).toContainText('shown');
  expect(new URL(page.url()).hash).toBe('#?boilerplate=yes');
});

test('a long list of values can be searched', async ({ page }) => {
  await open(page);
  await openFilters(page);
  const find = page.locator('#filters .facet-find input').first();
  test.skip((await find.count()) === 0, 'no list is long enough here');
  const facet = page.locator('#filters .facet', { has: page.locator('.facet-find') }).first();
  const name = (await facet.locator('.value span').first().textContent()) ?? '';
  await find.fill(name.toLowerCase());
  await expect(facet.locator('.value').first()).toContainText(name);
  await find.fill('zzyzx');
  await expect(facet.locator('.empty')).toBeVisible();
});

test('the kind of name narrows the table of names', async ({ page }) => {
  await open(page);
  const kind = page.locator('.kind').nth(1);
  const n = Number(await kind.locator('.n').textContent());
  await kind.click();
  await expect(kind).toHaveAttribute('aria-pressed', 'true');
  expect(await page.locator('.matrix tbody tr').count()).toBe(n);
});
