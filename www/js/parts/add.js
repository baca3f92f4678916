/**
 * Adding an article: a saved page that is dropped or chosen, or its text or source, pasted.
 *
 * @typedef {import('./bits.js').Model} Model
 */
import { html, nothing } from 'lit-html';
import { isHtml } from '../html/page.js';

/** @param {Model} model */
export function add(model) {
  const { ui, act, ready } = model;
  const off = !ready || ui.busy;
  return html`<form id="add" class="add" aria-labelledby="add-heading" @submit=${async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.currentTarget);
    const data = new FormData(form);
    const field = (/** @type {string} */ name) => String(data.get(name) ?? '');
    const added = await act.add({ text: field('text'), headline: field('headline').trim(), outlet: field('outlet').trim(), published: field('published') });
    if (added) form.reset();
  }}>
    <h3 id="add-heading">Add an article</h3>
    <p>It is read here, in this tab; nothing is sent anywhere and nothing is stored. It is gone when you close or reload the page, and a link you share does not contain it.</p>
    <fieldset class="bare" ?disabled=${off}><legend class="unseen">The article</legend>
      <div class="drop wide"><label class="drop-label" for="add-file">Drop a saved page (.html) or a text file anywhere here, or choose one</label>
        <input id="add-file" type="file" multiple accept=".html,.htm,.xhtml,.txt,.md,text/html,text/plain" aria-describedby="add-wrong" @change=${(/** @type {globalThis.Event} */ event) => {
          const input = /** @type {HTMLInputElement} */ (event.currentTarget);
          act.take([...(input.files ?? [])]);
          input.value = '';
        }}>
        <p class="absent">Title, outlet, date, author and language are taken from the page’s own data, and shown with what states them. Its scripts do not run and its pictures are not fetched.</p></div>
      <label class="field wide">Or paste its text, or its HTML source <textarea id="add-text" name="text" rows="9" required aria-describedby="add-wrong add-kind" @input=${(/** @type {globalThis.Event} */ event) => {
        const source = isHtml(/** @type {HTMLTextAreaElement} */ (event.currentTarget).value);
        if (source !== ui.source) act.show({ source });
      }}></textarea></label>
      <p id="add-kind" class="wide absent" ?hidden=${!ui.source}>This is the source of a page. What it states of itself is taken from it; what you fill in below goes before that.</p>
      <label class="field">Headline <span class="absent">if you know it</span><input name="headline" maxlength="500" autocomplete="off"></label>
      <label class="field">Outlet <span class="absent">if you know it</span><input name="outlet" maxlength="200" autocomplete="off"></label>
      <label class="field">Published <span class="absent">if you know it</span><input name="published" type="date"></label>
      <div id="add-wrong" class="wrong" role="alert">${ui.wrong ? html`<p>${ui.wrong}</p>` : nothing}</div>
      <button type="submit" class="button strong">${ui.busy ? 'Reading …' : 'Add and read'}</button>
    </fieldset>
  </form>`;
}
