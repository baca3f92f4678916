// The door opens, and the main questions are answered.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { article, keys, question, Session } from './door.mjs';

test('the default question is answered with three articles', () => {
  const answer = new Session().ask(question());
  assert.equal(answer.articles.length, 3);
  assert.ok(answer.articles.every((card) => card.embedded && card.key && card.title));
});

test('an empty question is the default question', () => {
  const session = new Session();
  assert.deepEqual(session.ask(/** @type {any} */ ({})), session.ask(question()));
});

test('each article is read, and its runs give back its text', () => {
  const session = new Session();
  for (const key of keys(session)) {
    const reading = session.read(key);
    assert.equal(reading.key, key);
    const marks = reading.marks.length;
    for (const block of reading.blocks) {
      for (const sentence of block.sentences) {
        for (const run of sentence.runs) assert.ok(run.marks.every((mark) => mark < marks));
      }
    }
  }
});

test('answers are plain objects', () => {
  const session = new Session();
  const answer = session.ask(question());
  assert.deepEqual(structuredClone(answer), answer);
  assert.equal(Object.getPrototypeOf(answer), Object.prototype);
});

test('an article comes and goes', () => {
  const session = new Session();
  const before = keys(session);
  const key = session.add(article('About 40 people met in Paris on 3 May 2021.'));
  assert.equal(typeof key, 'string');
  assert.deepEqual(keys(session), [...before, key]);
  assert.equal(session.read(key).key, key);
  session.remove(key);
  assert.deepEqual(keys(session), before);
});

test('an entity has its page, and corrections come and go', () => {
  const session = new Session();
  const before = session.ask(question());
  const [first, second] = before.matrix.rows;
  assert.equal(session.entity(first.key).label, first.label);
  assert.ok(session.coMentions(1).total > session.coMentions(3).total);
  session.correct([{ kind: 'merge', what: second.key, to: first.key }]);
  assert.equal(session.ask(question()).matrix.rows[0].total, first.total + second.total);
  session.correct([]);
  assert.deepEqual(session.ask(question()), before);
});

test('sessions are apart from one another', () => {
  const [one, other] = [new Session(), new Session()];
  one.add(article('Twelve ships left Genoa.'));
  assert.equal(keys(other).length, 3);
  one.free();
  assert.equal(keys(other).length, 3);
});
