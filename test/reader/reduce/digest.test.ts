import { describe, expect, test } from 'vitest';
import type { DigestLayer } from '../../../src/reader/layer.ts';
import { reading, Session } from '../session.ts';

const PREVIEW = { text: '# Digest\n\n> quoted\n', passages: 3, transcripts: 2, leftOut: 0 };
const ALL = ['safety', 'money', 'weather', 'who-decides', 'reports-not-made', 'old-times'];

/** The digest page. Throws where it is not open. */
function digest(session: Session): DigestLayer {
  const { layer } = session.state;
  if (layer?.kind !== 'digest') throw new Error('the digest page is not open');
  return layer;
}

describe('the digest page', () => {
  test('opens with every theme but merged ones, from the library as well', () => {
    for (const session of [new Session(), reading()]) {
      session.press('D');
      expect(digest(session)).toMatchObject({
        title: 'Digest of islands',
        themes: ALL,
        groupBy: 'theme',
        keyOnly: false,
        format: 'md',
        file: 'digest.md',
        preview: null,
        written: null,
      });
      expect(session.take('preview').map(({ choice }) => choice.themes)).toEqual([ALL]);
    }
  });

  test('Space takes a theme out and in; the file is named after what is chosen', () => {
    const session = reading().press('D', 'Space', 'j', 'Space', 'j', 'Space', 'j', 'Space');
    expect(digest(session).themes).toEqual(['reports-not-made', 'old-times']);
    expect(digest(session).file).toBe('digest-reports-not-made-old-times.md');
    session.press('Space');
    expect(digest(session).themes).toContain('who-decides');
  });

  test('the other fields', () => {
    const session = reading().press('D', 'G', 'k', 'Enter');
    expect(digest(session)).toMatchObject({ format: 'json', file: 'digest.json' });
    session.press('k', 'Space');
    expect(digest(session).keyOnly).toBe(true);
    session.press('k', 'Space');
    expect(digest(session).groupBy).toBe('text');
    expect(session.take('preview').at(-1)?.choice).toMatchObject({
      format: 'json',
      keyOnly: true,
      groupBy: 'text',
    });
  });

  test('each change asks for a new preview; answers to earlier ones are dropped', () => {
    const session = reading().press('D', 'Space');
    const [first, second] = session.take('preview');
    session.send({ kind: 'previewed', request: first?.request ?? 0, preview: PREVIEW });
    expect(digest(session).preview).toBeNull();
    session.send({ kind: 'previewed', request: second?.request ?? 0, preview: PREVIEW });
    expect(digest(session).preview).toEqual(PREVIEW);
  });

  test('title and file are typed; an empty title gets its usual words back', () => {
    const session = reading().press('D', 'g', 'Enter').type('!').press('Enter');
    expect(digest(session)).toMatchObject({ title: 'Digest of islands!', typing: null });
    session.press('Enter').send({ kind: 'typed', value: ' ' }).press('Enter');
    expect(digest(session).title).toBe('Digest of islands');
    session.press('G', 'Enter').send({ kind: 'typed', value: 'out/mine.md' }).press('Enter');
    expect(digest(session)).toMatchObject({ file: 'out/mine.md', fileTyped: true });
    session.press('g', 'j', 'Space');
    expect(digest(session).file).toBe('out/mine.md');
    session.press('G', 'Enter').send({ kind: 'typed', value: '' }).press('Enter');
    expect(digest(session)).toMatchObject({
      fileTyped: false,
      file: 'digest.md'.replace('.md', '') + digest(session).file.slice('digest'.length),
    });
  });

  test('Esc in a field leaves the words as they were', () => {
    const session = reading().press('D', 'g', 'Enter').type(' and more').press('Esc');
    expect(digest(session)).toMatchObject({ typing: null, title: 'Digest of islands' });
  });

  test('j and k scroll the preview once Tab is on it, within its lines', () => {
    const session = reading().press('D', 'Tab');
    const { request } = digest(session);
    session.send({ kind: 'previewed', request, preview: PREVIEW }).press('j', 'j', 'k');
    expect(digest(session)).toMatchObject({ scroll: 1, cursor: 1 });
    session.press('Ctrl+D', 'Ctrl+D');
    expect(digest(session).scroll).toBeLessThan(PREVIEW.text.split('\n').length);
    expect(digest(session.press('g')).scroll).toBe(0);
  });
});

describe('W', () => {
  test('writes, and says where', () => {
    const session = reading().press('D', 'W');
    expect(session.take('writeDigest')).toMatchObject([{ file: 'digest.md', replace: false }]);
    session.send({ kind: 'digestWritten', file: 'digest.md' });
    expect(digest(session).written).toBe('digest.md');
    expect(digest(session.press('j', 'Space')).written).toBeNull();
  });

  test('replaces a file that is there only when asked once more', () => {
    const session = reading().press('D', 'W');
    session.take('writeDigest');
    session.send({ kind: 'digestExists', file: 'digest.md' });
    expect(session.screen).toContain('W');
    session.press('W');
    expect(session.take('writeDigest')).toMatchObject([{ replace: true }]);
  });

  test('asks again after the choice or the name changed', () => {
    const session = reading().press('D', 'W').send({ kind: 'digestExists', file: 'digest.md' });
    session.take('writeDigest');
    session.press('j', 'Space', 'Space', 'W');
    expect(session.take('writeDigest')).toMatchObject([{ file: 'digest.md', replace: false }]);
  });

  test('without a theme says so', () => {
    const session = reading().press('D');
    for (const _ of ALL) session.press('Space', 'j');
    session.press('W');
    expect(session.take('writeDigest')).toEqual([]);
    expect(session.state.message).toEqual({ text: 'choose a theme first', warns: true });
  });

  test('answers that come when the page is closed change nothing', () => {
    const session = reading().press('D', 'W', 'Esc');
    const before = session.state;
    session.send({ kind: 'digestWritten', file: 'digest.md' });
    session.send({ kind: 'previewed', request: 1, preview: PREVIEW });
    expect(session.state).toEqual(before);
  });
});
