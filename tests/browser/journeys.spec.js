// From a chart to the sentence and back, by mouse, by keyboard, by link, and on a phone.
import { expect, firstMark, fits, open, ready, test } from './fixture.js';

const PLACES = ['#part-differ', '#part-figures', '#part-who', '#part-when', '#part-said'];

for (const part of PLACES) {
  test(`from ${part} to the sentence and back`, async ({ page }) => {
    await open(page);
    const { link, anchor } = await firstMark(page, part);
    // On the timeline the link is as wide as its hidden words; its dot is what is clicked.
    const dot = link.locator('.reach');
    await ((await dot.count()) ? dot : link).click();
    const mark = page.locator(`[data-mark="${anchor}"]`).first();
    await expect(mark).toHaveAttribute('data-lit', 'mark');
    await expect(mark).toBeInViewport();
    await expect(page.locator('.sentence[data-lit=sentence]').first()).toBeInViewport();
    await expect(page.locator('#card')).toBeVisible();
    expect(new URL(page.url()).hash).toBe(`#${anchor}`);
    await page.goBack();
    await expect(page.locator('[data-lit]')).toHaveCount(0);
    await expect(link).toBeFocused();
  });
}

test('a card says what the mark is, what is not stated, and why; its parts lead on', async ({ page }) => {
  await open(page);
  await (await firstMark(page)).link.click();
  const card = page.locator('#card');
  await expect(card.locator('.card-kind')).toHaveText(/figure/i);
  expect(await card.locator('dt').count()).toBeGreaterThan(2);
  await card.locator('summary').click();
  await expect(card.locator('.why code')).toBeVisible();
  await card.getByRole('button', { name: 'Copy link' }).click();
  await expect(card.locator('.card-foot')).toContainText(/copied|#/);
  await card.getByRole('button', { name: /Close/ }).click();
  await expect(card).toHaveCount(0);
});

test('a permalink shows its sentence after a reload', async ({ page }) => {
  await open(page);
  const { anchor } = await firstMark(page, '#part-said');
  await page.goto('about:blank');
  await open(page, `#${anchor}`);
  const lit = page.locator('.sentence[data-lit=sentence]').first();
  await expect(lit).toBeInViewport();
  await page.reload();
  await ready(page);
  await expect(lit).toBeInViewport();
  await expect(page.locator('#card')).toBeVisible();
});

test('a permalink whose mark is gone shows the sentence it stood in, and says so', async ({ page }) => {
  await open(page);
  const sentence = await page.locator('article .block-body .sentence').first().getAttribute('id') ?? '';
  const [key, start] = sentence.split('-');
  await open(page, `#${key}-${Number(start) + 1}-${Number(start) + 2}-f`);
  await expect(page.locator(`[id="${sentence}"]`)).toHaveAttribute('data-lit', 'sentence');
  await expect(page.locator('#card')).toContainText('no longer marked');
});

test('a permalink into an article that is not here says so', async ({ page }) => {
  await open(page, '#00000000-10-20-f');
  await expect(page.locator('#card')).toContainText('none of these articles');
});

test('a damaged link gets a message and a way on', async ({ page }) => {
  await open(page, '#%zz?view=nowhere&low=ten');
  const notice = page.locator('.notice');
  await expect(notice).toContainText('could not be read');
  await expect(page.locator('.comparison').first()).toBeVisible();
  await notice.getByRole('button', { name: 'Start afresh' }).click();
  await expect(notice).toHaveCount(0);
  await open(page, '#?low=ten&bound=exact');
  await page.locator('.notice').getByRole('button', { name: 'Go on' }).click();
  await expect(page.locator('.notice')).toHaveCount(0);
  expect(new URL(page.url()).hash).toBe('#?bound=exact');
});

test('the whole way by keyboard', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Tab');
  await expect(page.locator('.skip').first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
  const link = page.locator('.claim a').first();
  for (let n = 0; n < 30 && !(await link.evaluate((one) => one === document.activeElement)); n += 1) await page.keyboard.press('Tab');
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  const lit = page.locator('[data-lit=mark]').first();
  const first = await lit.getAttribute('data-mark');
  await page.keyboard.press('j');
  await expect(lit).not.toHaveAttribute('data-mark', first ?? '');
  await expect(page.locator('#reader a:focus')).toHaveCount(1);
  await page.keyboard.press('k');
  await expect(lit).toHaveAttribute('data-mark', first ?? '');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-lit]')).toHaveCount(0);
  await expect(link).toBeFocused();
  await page.keyboard.press('/');
  await expect(page.locator('#search')).toBeFocused();
  await page.keyboard.type('border');
  await expect(page.locator('#part-hits')).toBeVisible();
});

test('a disclosure and a table open by keyboard', async ({ page }) => {
  await open(page);
  const summary = page.locator('#part-figures .table > summary').first();
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('#part-figures table.data').first()).toBeVisible();
  expect(await page.locator('#part-figures table.data').first().locator('tbody tr').count()).toBe(
    await page.locator('#part-figures .strip').first().locator('.strip-row').count(),
  );
});

test('a comparison says what each article gives, and leads to one axis that has all of it', async ({ page }) => {
  await open(page);
  for (const one of await page.locator('.comparison').all()) {
    await expect(one.getByRole('heading', { level: 3 })).not.toBeEmpty();
    await expect(one.locator('.comparison-sentence')).not.toBeEmpty();
    const said = await one.locator('.claim > a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(said.length).toBeGreaterThan(1);
    for (const claim of await one.locator('.claim').all()) await expect(claim).toContainText(/no source given|according to/);
    const axis = await one.getByRole('link', { name: /On one axis/ }).getAttribute('href') ?? '';
    const drawn = await page.locator(`[id="${axis.slice(1)}"] .strip-link`).evaluateAll((links) => links.map((link) => link.getAttribute('href')));
    expect(drawn.sort()).toEqual(said.sort());
  }
});

test('Read shows one article or two, and Back returns', async ({ page }) => {
  await open(page);
  await page.locator('.places [data-view=read]').click();
  await expect(page.locator('article:visible')).toHaveCount(1);
  await page.locator('.beside select').selectOption({ index: 1 });
  await expect(page.locator('article:visible')).toHaveCount(2);
  await page.reload();
  await ready(page);
  await expect(page.locator('article:visible')).toHaveCount(2);
  await page.goBack();
  await expect(page.locator('article:visible')).toHaveCount(1);
  await page.locator('.layer-name').click();
  await expect(page.locator('.reader')).toHaveClass(/off-name/);
  expect(page.url()).toContain('hide=name');
});

for (const width of [390, 360]) {
  test.describe(`at ${width} pixels`, () => {
    test.use({ viewport: { width, height: 780 }, hasTouch: true });

    test('nothing sticks out, in any place', async ({ page }) => {
      await open(page);
      await fits(page);
      for (const summary of await page.locator('#compare details.rest > summary, #compare details.table > summary').all()) {
        if (await summary.isVisible()) await summary.click();
      }
      await fits(page);
      for (const view of ['read', 'collection']) {
        await page.locator(`.places [data-view=${view}]`).click();
        await fits(page);
      }
    });

    test('a mark opens the articles as a sheet, and closing returns', async ({ page }) => {
      await open(page);
      await expect(page.locator('#reader')).toBeHidden();
      const { link, anchor } = await firstMark(page);
      await link.click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expect(page.locator(`[data-mark="${anchor}"]`).first()).toBeInViewport();
      expect(await page.locator('#reader').evaluate((sheet) => sheet.contains(document.activeElement))).toBe(true);
      await fits(page);
      await page.locator('#reader .reader-bar .close').click();
      await expect(page.locator('#reader')).toBeHidden();
      await expect(link).toBeFocused();
    });

    test('the filters are a sheet, and closing returns', async ({ page }) => {
      await open(page);
      await page.locator('#filters-button').click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await page.locator('#filters .value input').first().check();
      await fits(page);
      await page.keyboard.press('Escape');
      await expect(page.locator('#filters')).toBeHidden();
      await expect(page.locator('#filters-button')).toBeFocused();
      await expect(page.locator('.chip')).toHaveCount(1);
    });
  });
}
