import { describe, expect, test } from 'vitest';
import { choiceOf, fileOf, titleOf } from '../../../src/reader/digestForm.ts';
import type { DigestLayer, DigestPreview } from '../../../src/reader/digestLayer.ts';
import { reading, Session } from '../session.ts';

const PREVIEW: DigestPreview = {
  body: {
    kind: 'document',
    blocks: [
      { kind: 'title', words: 'Digest' },
      { kind: 'quote', words: 'quoted' },
    ],
  },
  passages: 3,
  transcripts: 2,
  leftOut: {},
};
const blocksOf = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    kind: 'words' as const,
    words: `row ${i + 1} of the preview`,
  }));
const ALL = ['safety', 'money', 'weather', 'who-decides', 'reports-not-made', 'old-times'];

/** The digest page. Throws where it is not open. */
function digest(session: Session): DigestLayer {
  const { layer } = session.state;
  if (layer?.kind !== 'digest') throw new Error('the digest page is not open');
  return layer;
}
const file = (session: Session) => fileOf(session.state, digest(session));
const title = (session: Session) => titleOf(session.state, digest(session));
/** The page opened, with two coders. */
const opened = () =>
  reading()
    .press('D')
    .send({ kind: 'recipesRead', recipes: [], coders: ['alex', 'sam'], problem: null });
/** Moves the cursor to the row that begins with words, or has them. */
function to(session: Session, words: string): Session {
  session.press('g');
  for (let i = 0; i < 60; i++) {
    const here = session.screen.split('\n').find(line => line.startsWith('▌')) ?? '';
    if (here.includes(words)) return session;
    session.press('j');
  }
  throw new Error(`no row with ${words}`);
}

describe('the digest page', () => {
  test('opens with every theme but merged ones, from the library as well', () => {
    for (const session of [new Session(), reading()]) {
      session.press('D');
      expect(digest(session)).toMatchObject({ preview: null, written: null, recipe: null });
      expect(digest(session).choice).toMatchObject({ themes: ALL, groupBy: 'theme', format: 'md' });
      expect([title(session), file(session)]).toEqual(['Digest of islands', 'digest.md']);
      expect(session.take('readRecipes')).toHaveLength(1);
    }
  });

  test('asks for all themes as for none in particular, so that later ones count', () => {
    const session = opened();
    expect(session.take('preview').at(-1)?.choice).toMatchObject({
      themes: [],
      title: 'Digest of islands',
    });
    session.press('Space');
    expect(session.take('preview').at(-1)?.choice).toMatchObject({
      themes: ALL.slice(1),
      not: ['safety'],
    });
  });

  test('Space: chosen, left out with what overlaps it, not asked for; h goes back', () => {
    const session = opened().press('Space');
    expect(digest(session).choice).toMatchObject({ themes: ALL.slice(1), not: ['safety'] });
    session.press('Space');
    expect(digest(session).choice).toMatchObject({ themes: ALL.slice(1), not: [] });
    session.press('Space', 'h', 'h');
    expect(digest(session).choice).toMatchObject({ themes: ALL.slice(1), not: ['safety'] });
  });

  test('a: all or none; the file is named after what is chosen', () => {
    const session = opened().press('a');
    expect(digest(session).choice.themes).toEqual([]);
    expect(session.screen).toContain('no theme chosen');
    session.press('Tab');
    expect(session.screen).toContain('Space on a theme takes it, a all of them.');
    session.press('Tab', 'Space', 'j', 'j', 'Space');
    expect(file(session)).toBe('digest-safety-money.md');
    session.press('a');
    expect(file(session)).toBe('digest.md');
    to(session, 'title').press('a');
    expect(session.state.message?.text).toContain('all or none');
  });

  test.each([
    ['match', 'match', ['all', 'any']],
    ['group by', 'groupBy', ['text', 'speaker', 'theme']],
    ['order', 'order', ['text', 'date']],
    ['format', 'format', ['html', 'docx', 'csv', 'json', 'txt', 'csl', 'md']],
  ] as const)('%s: one word after the other, and back', (row, field, words) => {
    const session = to(opened(), row);
    const seen = words.map(() => digest(session.press('Space')).choice[field]);
    expect(seen).toEqual(words);
    expect(digest(session.press('Left')).choice[field]).toBe(words.at(-2));
    expect(session.take('preview').at(-1)?.choice[field]).toBe(words.at(-2));
  });

  test('what is so or not', () => {
    const session = to(opened(), 'key quotations').press('Space');
    expect(digest(session).choice).toMatchObject({ keyOnly: true, memos: true });
    session.press('j', 'Space', 'j', 'Space', 'j', 'Space', 'j', 'Space', 'j', 'Space');
    expect(digest(session).choice).toMatchObject({
      memos: false,
      table: false,
      notes: true,
      withChildren: true,
      once: true,
    });
    to(session, 'format').press('l', 'l', 'l', 'j', 'Space');
    expect(digest(session).choice).toMatchObject({ format: 'csv', bom: true });
  });

  test('coders: everybody, some, never nobody', () => {
    const session = to(opened(), 'coders').press('Space');
    expect(digest(session).choice.coders).toEqual(['sam']);
    session.press('j', 'Space');
    expect(digest(session).choice.coders).toEqual(['sam']);
    expect(session.state.message?.warns).toBe(true);
    session.press('k', 'Space');
    expect(digest(session).choice.coders).toEqual([]);
  });

  test('texts are listed, chosen, and all again', () => {
    const session = to(opened(), 'texts').press('Space', 'j', 'Space');
    expect(digest(session).choice.texts).toEqual(['night-ferry']);
    expect(to(session, 'texts').screen).toContain('1 of 1');
    session.press('a');
    expect(digest(session).choice.texts).toEqual([]);
  });

  test('a day is typed; what is none stays in the field', () => {
    const session = to(opened(), 'since').press('Enter').type('2026-02-30').press('Enter');
    expect(digest(session)).toMatchObject({ typing: 'since', draft: '2026-02-30' });
    expect(session.state.message?.text).toContain('no day');
    session.send({ kind: 'typed', value: '2026-11-03' }).press('Enter');
    expect(digest(session).choice.since).toBe('2026-11-03');
    session.press('Enter').send({ kind: 'typed', value: '' }).press('Enter');
    expect(digest(session).choice.since).toBeNull();
  });

  test('each change asks for a new preview; answers to earlier ones are dropped', () => {
    const session = reading().press('D', 'Space');
    const [first, second] = session.take('preview');
    session.send({ kind: 'previewed', request: first?.request ?? 0, preview: PREVIEW });
    expect(digest(session).preview).toBeNull();
    session.send({ kind: 'previewed', request: second?.request ?? 0, preview: PREVIEW });
    expect(digest(session).preview).toEqual(PREVIEW);
  });

  test('title and file are typed; an empty field gets its usual words back', () => {
    const session = opened().press('g', 'Enter').type('!').press('Enter');
    expect([title(session), digest(session).typing]).toEqual(['Digest of islands!', null]);
    session.press('Enter').send({ kind: 'typed', value: ' ' }).press('Enter');
    expect(title(session)).toBe('Digest of islands');
    to(session, 'file').press('Enter').send({ kind: 'typed', value: 'out/mine.md' }).press('Enter');
    session.press('g', 'j', 'Space');
    expect(file(session)).toBe('out/mine.md');
    to(session, 'file').press('Enter').send({ kind: 'typed', value: '' }).press('Enter');
    expect(file(session)).toMatch(/^digest.*\.md$/);
  });

  test('Esc in a field leaves the words as they were', () => {
    const session = opened().press('g', 'Enter').type(' and more').press('Esc');
    expect([title(session), digest(session).typing]).toEqual(['Digest of islands', null]);
  });

  test.each([
    [80, 24],
    [120, 36],
  ])(
    'at %i × %i G shows the end of the preview as a full page, and Tab says that it is on',
    (columns, rows) => {
      const words = Array.from({ length: 200 }, (_, i) => `row ${i + 1} of the preview`);
      const blocks = words.map(one => ({ kind: 'words' as const, words: one }));
      const session = reading({ state: { size: { columns, rows } } }).press('D');
      session.send({
        kind: 'previewed',
        request: digest(session).request,
        preview: { body: { kind: 'document', blocks }, passages: 1, transcripts: 1, leftOut: {} },
      });
      const before = session.screen;
      expect(before.match(/▌/g)).toHaveLength(1);
      session.press('Tab', 'G');
      const shown = session.screen.match(/row \d+ of the preview/g) ?? [];
      expect(shown.at(-1)).toBe('row 200 of the preview');
      expect(shown.length).toBeGreaterThanOrEqual(Math.floor((rows - 8) / 2));
      if (columns >= 100) {
        expect(session.screen).toMatch(/▌ preview/);
        expect(session.screen.match(/▌/g)).toHaveLength(1);
      }
      expect(session.press('Tab').screen.match(/▌/g)).toHaveLength(1);
    },
  );

  test('j and k scroll the preview once Tab is on it, within its rows', () => {
    const session = reading({ state: { size: { columns: 80, rows: 24 } } }).press('D', 'Tab');
    const { request } = digest(session);
    // Eleven rows with ten blank ones between them, of which nineteen fit on the screen.
    const preview = { ...PREVIEW, body: { kind: 'document' as const, blocks: blocksOf(11) } };
    session.send({ kind: 'previewed', request, preview }).press('j', 'j', 'k');
    expect(digest(session)).toMatchObject({ scroll: 1, cursor: 1 });
    session.press('Ctrl+D', 'Ctrl+D');
    expect(digest(session).scroll).toBe(2);
    expect(digest(session.press('g')).scroll).toBe(0);
  });

  test('opens again as it was left, what is gone left out', () => {
    const session = to(opened(), 'format').press('l');
    to(session, 'Money').press('Space', 'Esc');
    const [remembered] = session.take('saveLastDigest');
    expect(remembered?.choice).toMatchObject({
      format: 'html',
      not: ['money'],
      title: null,
      file: null,
    });
    session.press('D');
    expect(choiceOf(session.state, digest(session))).toMatchObject({
      format: 'html',
      not: ['money'],
    });
    const state = {
      digests: {
        ...session.state.digests,
        last: { ...digest(session).choice, texts: ['gone'], not: ['gone'] },
      },
    };
    expect(digest(reading({ state }).press('D')).choice).toMatchObject({
      texts: [],
      not: [],
      format: 'html',
    });
  });
});

describe('W, y and V', () => {
  test('W writes, and says where; it remembers the choice', () => {
    const session = reading().press('D', 'W');
    expect(session.take('writeDigest')).toMatchObject([{ file: 'digest.md', replace: false }]);
    expect(session.take('saveLastDigest')).toHaveLength(1);
    session.send({ kind: 'digestWritten', file: 'digest.md' });
    expect(session.screen).toContain('written to digest.md');
    expect(digest(session.press('j', 'Space')).written).toBeNull();
  });

  test('W replaces a file that is there only when asked once more, and asks again after a change', () => {
    const session = reading().press('D', 'W').send({ kind: 'digestExists', file: 'digest.md' });
    session.take('writeDigest');
    session.press('W');
    expect(session.take('writeDigest')).toMatchObject([{ replace: true }]);
    session.press('Space', 'Space', 'Space', 'W');
    expect(session.take('writeDigest')).toMatchObject([{ file: 'digest.md', replace: false }]);
  });

  test('without a theme W and y say so', () => {
    const session = reading().press('D', 'a', 'W', 'y');
    expect([...session.take('writeDigest'), ...session.take('copyDigest')]).toEqual([]);
    expect(session.state.message).toEqual({ text: 'choose a theme first', warns: true });
  });

  test('y copies what is chosen, V checks the file that is named; what came of it is said', () => {
    const session = reading().press('D', 'y', 'V');
    expect(session.take('copyDigest')).toMatchObject([{ choice: { format: 'md' } }]);
    expect(session.take('verifyDigest')).toEqual([{ kind: 'verifyDigest', file: 'digest.md' }]);
    session.send({ kind: 'digestSaid', words: '1 of 3 not', warns: true });
    expect(session.state.message).toEqual({ text: '1 of 3 not', warns: true });
  });

  test('a list of sources has nothing that V could check', () => {
    const session = to(opened(), 'format').press('h', 'V');
    expect(digest(session).choice.format).toBe('csl');
    expect(session.take('verifyDigest')).toEqual([]);
    expect(session.state.message?.text).toContain('no quotations');
  });

  test('answers that come when the page is closed change nothing', () => {
    const session = reading().press('D', 'W', 'Esc');
    const before = session.state;
    session.send({ kind: 'digestWritten', file: 'digest.md' });
    session.send({ kind: 'previewed', request: 1, preview: PREVIEW });
    session.send({ kind: 'digestSaid', words: 'late', warns: true });
    expect(session.state).toEqual(before);
  });
});
