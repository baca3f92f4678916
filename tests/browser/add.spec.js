// Adding saved pages: dropped, chosen, pasted as source; what is stated, what states it, and that nothing of a page runs.
import { expect, open, test } from './fixture.js';

/** @typedef {import('@playwright/test').Page} Page */

const SENTENCES = 'The council said that 1,200 homes were flooded on Monday. Officials said that about 300 people were moved to schools on Tuesday. ';
const PAGE = `<!doctype html><html lang="en"><head><title>Flood | The Daily</title>
<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Flood in the valley","datePublished":"2025-01-23T21:05:00-05:00","author":{"name":"Ann Writer"},"publisher":{"name":"The Daily"}}]}</script>
<style>p { color: red }</style><link rel="stylesheet" href="https://elsewhere.invalid/a.css"><script>document.title = "ran"; window.ran = true</script></head>
<body onload="window.ran = true"><nav>Home Sport</nav><article><h1>Flood in the valley</h1><img src="https://elsewhere.invalid/a.png" onerror="window.ran = true"><p style="color: red">${SENTENCES}</p><p style="display: none">Unseen</p><p>${SENTENCES.replaceAll('0', '1')} &lt;img src=x onerror=1&gt;</p><aside>More news</aside></article></body></html>`;

/** Drops files on the page. @param {Page} page @param {{name: string, type: string, text: string}[]} files */
async function drop(page, files) {
  const data = await page.evaluateHandle((all) => {
    const transfer = new DataTransfer();
    for (const { name, type, text } of all) transfer.items.add(new File([text], name, { type }));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'dragover', { dataTransfer: data });
  await expect(page.locator('html')).toHaveAttribute('data-dropping');
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

/** The last article's facts in the collection. @param {Page} page */
async function facts(page) {
  await page.locator('.places [data-view=collection]').click();
  return page.locator('.article-card').last();
}

test('a page that is dropped is an article with what its data state; nothing of it runs or is fetched', async ({ page }) => {
  /** @type {string[]} */
  const foreign = [];
  page.on('request', (request) => void (request.url().includes('elsewhere') && foreign.push(request.url())));
  await open(page);
  await drop(page, [{ name: 'flood.html', type: 'text/html', text: PAGE }]);
  await expect(page.locator('article:visible')).toHaveCount(1);
  await expect(page.locator('article:visible .block-headline')).toHaveText('Flood in the valley');
  await expect(page.locator('article:visible')).toContainText('<img src=x onerror=1>');
  await expect(page.locator('article:visible')).not.toContainText('Home Sport');
  await expect(page.locator('#status')).toContainText('left out: 1 hidden part and 1 aside');
  const card = await facts(page);
  for (const words of ['Flood in the valley', 'The Daily', '23 January 2025', 'Ann Writer', 'English']) await expect(card).toContainText(words);
  await expect(card.locator('.tag-stated')).toHaveCount(5);
  await expect(card).toContainText('Stated in the page’s data (JSON-LD).');
  await expect(card).toContainText('Stated in the page’s data (<html lang>).');
  // “Monday” is reckoned from the day that the page states.
  await page.locator('.places [data-view=compare]').click();
  await expect(page.locator('.event-date', { hasText: '20 January 2025' }).first()).toBeVisible();
  expect(await page.evaluate(() => /** @type {any} */ (window).ran)).toBeUndefined();
  expect(foreign).toEqual([]);
});

test('files are chosen, one after another; what is none is named', async ({ page }) => {
  await open(page, '#collection');
  const before = await page.locator('.article-card').count();
  await page.locator('#add-file').setInputFiles([
    { name: 'flood.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) },
    { name: 'note.txt', mimeType: 'text/plain', buffer: Buffer.from(SENTENCES) },
    { name: 'scan.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 \0') },
    { name: 'empty.html', mimeType: 'text/html', buffer: Buffer.from('<html><body><script>draw()</script>') },
    { name: 'again.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) },
  ]);
  const wrong = page.locator('#add-wrong');
  await expect(wrong).toContainText('“scan.pdf” is neither a page nor a text');
  await expect(wrong).toContainText('“empty.html” holds no text');
  await expect(wrong).toContainText('“again.html”: this text is already in the collection');
  await expect(page.locator('.article-card')).toHaveCount(before + 2);
});

test('pasted source is read as a page, and what is typed goes before it', async ({ page }) => {
  await open(page, '#collection');
  await page.locator('#add-text').fill(PAGE);
  await expect(page.locator('#add-kind')).toBeVisible();
  await page.locator('#add input[name=outlet]').fill('The Weekly');
  await page.locator('#add .strong').click();
  await expect(page.locator('article:visible .block-headline')).toHaveText('Flood in the valley');
  const card = await facts(page);
  await expect(card.locator('dd').nth(1)).toContainText(/The Weekly\s*set by you/);
  await expect(card.locator('dd').nth(2)).toContainText(/23 January 2025\s*stated/);
  await expect(page.locator('#add-text')).toHaveValue('');
});
