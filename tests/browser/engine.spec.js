// The engine missing, breaking, coming back, and reading what the reader brings.
import { expect, firstMark, open, ready, test } from './fixture.js';

const TEXT = 'Officials said on 3 March 2024 that about 300 people were evacuated from Springfield. “We had no warning,” said Mayor Jane Doe.';

test('without the wasm the page says so, the articles stay readable, and trying again helps', async ({ page, quiet }) => {
  quiet.expects(/Failed to load resource|ERR_FAILED/);
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto('./');
  const notice = page.locator('.notice');
  await expect(notice).toContainText('could not be started');
  await expect(page.locator('.comparison').first()).toBeVisible();
  const { link, anchor } = await firstMark(page);
  await link.click();
  await expect(page.locator(`[id="${anchor}"]`)).toBeInViewport();
  await expect(page.locator(`[id="${anchor}"]`)).toHaveAttribute('data-lit', 'mark');
  await page.locator('.places [data-view=read]').click();
  await expect(page.locator('article').first()).toBeVisible();
  await expect(page.locator('#filters-button')).toBeDisabled();
  await page.unroute(/\.wasm$/);
  await notice.getByRole('button', { name: 'Try again' }).click();
  await ready(page);
  await expect(notice).toHaveCount(0);
  await expect(page.locator('.places [data-view=read]')).toHaveAttribute('aria-current', 'page');
  await expect(page.locator('#compare')).toBeHidden();
});

test('one failed fetch of the wasm is made good without a word', async ({ page, quiet }) => {
  quiet.expects(/Failed to load resource|ERR_FAILED/);
  let tries = 0;
  await page.route(/\.wasm$/, (route) => (++tries === 1 ? route.abort() : route.continue()));
  await open(page);
  expect(tries).toBe(2);
  await expect(page.locator('.notice')).toHaveCount(0);
});

test('without the Worker’s script the page says so', async ({ page, quiet }) => {
  quiet.expects(/Failed to load resource|ERR_FAILED/);
  await page.route(/worker-[^/]*\.js$/, (route) => route.abort());
  await page.goto('./');
  await expect(page.locator('.notice')).toContainText('could not be started');
  await expect(page.locator('.comparison').first()).toBeVisible();
});

/** The next question ends as a trap ends it: caught by our own script, or not. */
const trap = (/** @type {boolean} */ caught) => {
  self.onmessage = ({ data }) => {
    if (caught) postMessage({ id: data.id, error: { name: 'RuntimeError', code: 'trapped', message: 'unreachable' } });
    else throw new WebAssembly.RuntimeError('unreachable');
  };
};

for (const caught of [true, false]) {
  test(`a Worker that traps${caught ? '' : ' outside a call'} is replaced and asked again`, async ({ page, quiet }) => {
    quiet.expects(/unreachable/);
    await open(page);
    const before = page.workers()[0];
    await before.evaluate(trap, caught);
    await page.locator('#search').fill('border');
    await expect(page.locator('#part-hits mark').first()).toBeVisible();
    await expect(page.locator('.notice')).toHaveCount(0);
    await expect.poll(() => page.workers().length === 1 && page.workers()[0] !== before).toBe(true);
  });
}

test('an article is added, compared, kept over a trap, and taken out', async ({ page, quiet }) => {
  quiet.expects(/unreachable/);
  await open(page);
  const articles = await page.locator('article').count();
  await page.getByRole('link', { name: 'Add article' }).click();
  await expect(page.locator('#add-text')).toBeFocused();
  await page.locator('#add-text').fill(TEXT);
  await page.locator('input[name=headline]').fill('Hundreds leave homes');
  await page.locator('input[name=outlet]').fill('Springfield Post');
  await page.locator('input[name=published]').fill('2024-03-04');
  await page.getByRole('button', { name: 'Add and read' }).click();
  await expect(page.locator('article')).toHaveCount(articles + 1);
  await expect(page.locator('article:visible .text')).toContainText('about 300 people');
  await expect(page.locator('article:visible .m-figure').first()).toBeVisible();

  await page.workers()[0].evaluate(trap, true);
  await page.locator('#search').fill('evacuated');
  await expect(page.locator('.places [data-view=read]')).toHaveAttribute('aria-current', 'page');
  await page.locator('.places [data-view=compare]').click();
  await expect(page.locator('.hits mark').first()).toHaveText(/evacuated/i);

  await page.locator('#reset').click();
  await page.locator('.places [data-view=collection]').click();
  const card = page.locator('.article-card').last();
  await expect(card).toContainText('Springfield Post');
  await expect(card).toContainText('memory only');
  await card.getByRole('button', { name: /Remove/ }).click();
  await expect(page.locator('.article-card')).toHaveCount(articles);
  await expect(page.locator('article')).toHaveCount(articles);
});

test('what cannot be added is said beside the form', async ({ page }) => {
  await open(page, '#collection');
  await page.locator('#add-text').fill('   \n  ');
  await page.getByRole('button', { name: 'Add and read' }).click();
  await expect(page.locator('#add-wrong')).not.toBeEmpty();
  await page.locator('#add-text').fill(TEXT);
  await page.getByRole('button', { name: 'Add and read' }).click();
  await expect(page.locator('article:visible .text')).toContainText('about 300 people');
});
