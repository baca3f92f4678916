// One entity's page: reached from wherever it is named, every item one click from its sentence, and back.
import { expect, fits, open, ready, test } from './fixture.js';

/** @typedef {import('@playwright/test').Page} Page */

/** Opens the page of a person who is named, called something, quoted and dated. @param {Page} page */
async function first(page) {
  const link = page.locator('.matrix-label', { hasText: 'Donald Trump' }).first();
  const name = (await link.textContent()) ?? '';
  await link.click();
  await expect(page.locator('#entity-heading')).toContainText(name);
  return { link, name };
}

test('from the table of names to one of them and back, by mouse', async ({ page }) => {
  await open(page);
  const { link, name } = await first(page);
  const entity = page.locator('#entity');
  await expect(entity).toBeFocused();
  await expect(page.locator('#compare')).toBeHidden();
  for (const part of ['roles', 'figures', 'quotes', 'dates', 'co', 'mentions']) await expect(page.locator(`#part-entity-${part}`)).toBeVisible();
  await expect(entity.locator('.forms li').first()).toContainText(/\d/);
  expect(new URL(page.url()).hash).toMatch(/^#entity\?who=/);
  await page.goBack();
  await expect(entity).toHaveCount(0);
  await expect(link).toBeFocused();
  await expect(link).toHaveText(name);
});

test('every item of the page leads to its sentence, and Esc back to it, then to where one came from', async ({ page }) => {
  test.setTimeout(120_000);
  await open(page);
  const { link } = await first(page);
  for (const part of ['roles', 'figures', 'quotes', 'dates', 'co', 'mentions']) {
    const item = page.locator(`#part-entity-${part} a[href*="-"]:not([href^="#entity"]):visible`).first();
    const anchor = ((await item.getAttribute('href')) ?? '').slice(1);
    const dot = item.locator('.reach');
    await ((await dot.count()) ? dot : item).click();
    await expect(page.locator('[data-lit]').first()).toBeInViewport();
    expect(new URL(page.url()).hash.slice(1).split('?')[0]).toBe(anchor);
    await expect(page.locator('#entity')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.locator('[data-lit]')).toHaveCount(0);
    await expect(item).toBeFocused();
  }
  await page.keyboard.press('Escape');
  await expect(page.locator('#entity')).toHaveCount(0);
  await expect(link).toBeFocused();
});

test('the page of a name is a permalink, with a mark and without', async ({ page }) => {
  await open(page);
  const { name } = await first(page);
  await page.locator('#part-entity-mentions .row-words').first().click();
  await expect(page.locator('[data-lit=mark]').first()).toBeVisible();
  await page.reload();
  await ready(page);
  await expect(page.locator('#entity-heading')).toContainText(name);
  await expect(page.locator('[data-lit=mark]').first()).toBeInViewport();
  await page.locator('#card').getByRole('button', { name: /Close/ }).click();
  await page.locator('#entity .close').click();
  await expect(page.locator('#compare')).toBeVisible();
});

test('a card says why its mention was linked, and leads to the page; so does a speaker', async ({ page }) => {
  await open(page);
  await page.locator('.matrix-cell').first().click();
  const card = page.locator('#card');
  await expect(card).toContainText('Why linked');
  const all = card.getByRole('link', { name: /^All about/ });
  const name = (await card.locator('.card-reading').textContent())?.replace('read as ', '') ?? '';
  await all.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#entity-heading')).toContainText(name);
  await expect(page.locator('#entity')).toBeFocused();
  await page.goBack();
  await page.keyboard.press('Escape');
  const speaker = page.locator('.speaker h3 a').first();
  await speaker.click();
  await expect(page.locator('#part-entity-quotes .quote').first()).toBeVisible();
});

test('a name that no article has says so, and a link without a name is refused', async ({ page }) => {
  await open(page, '#entity?who=person:nobody_at_all');
  await expect(page.locator('#entity-heading')).toContainText('Nobody');
  await page.locator('#entity').getByRole('link', { name: 'Who is named here' }).click();
  await expect(page.locator('#part-who')).toBeInViewport();
  await open(page, '#entity');
  await expect(page.locator('.notice')).toContainText('could not be read');
});

test('who is named together, from a number of sentences on that is in the address', async ({ page }) => {
  await open(page);
  const details = page.locator('details[data-id=together]');
  await details.locator('summary').click();
  const rows = details.locator('.pairs li');
  const many = await rows.count();
  expect(many).toBeGreaterThan(1);
  await page.locator('#together').fill('4');
  await page.locator('#together').press('Enter');
  await expect.poll(() => rows.count()).toBeLessThan(many);
  expect(new URL(page.url()).hash).toContain('together=4');
  await page.reload();
  await ready(page);
  await expect(page.locator('#together')).toHaveValue('4');
  await expect(rows.first()).toBeVisible();
  for (const text of await rows.locator('.quiet').allTextContents()) expect(Number.parseInt(text, 10)).toBeGreaterThanOrEqual(4);
  await rows.first().locator('.quiet').click();
  await expect(page.locator('.sentence[data-lit=sentence]').first()).toBeInViewport();
  await page.locator('#together').fill('0');
  await page.locator('#together').press('Enter');
  await expect(page.locator('#together')).toHaveValue('4');
});

test.describe('at 390 pixels', () => {
  test.use({ viewport: { width: 390, height: 780 }, hasTouch: true });

  test('the page fits, a mention opens the articles as a sheet, and closing returns', async ({ page }) => {
    await open(page);
    await first(page);
    for (const summary of await page.locator('#entity details > summary').all()) if (await summary.isVisible()) await summary.click();
    await fits(page);
    const item = page.locator('#part-entity-mentions .row-words').first();
    await item.click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.locator('#reader .reader-bar .close').click();
    await expect(page.locator('#reader')).toBeHidden();
    await expect(item).toBeFocused();
  });
});
