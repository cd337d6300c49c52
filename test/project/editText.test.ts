import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findAnnotations } from '../../src/project/annotations.ts';
import { openEdit, planEdit, planReplacement, stepOfPlan } from '../../src/project/editText.ts';
import { EditBench, written } from './edits.ts';

const LF =
  '---\ntitle: A\nmood: grey\n---\n\nOne two three.\n\nFour five six seven.\n\nEight nine.\n';
const PAGE = 'annotations/alex/a.json';
const SAM = 'annotations/sam/a.json';
const at = (first: number, last = first) => ({ text: 'a', first, last });

/** Quotations by theme, where everybody's tags are now. */
async function placesOf({ project }: EditBench) {
  const { records } = await findAnnotations(project, {});
  return records.map(({ coder, quote, anchor, start, end }) => {
    return { coder, quote, kind: anchor.kind, start, end };
  });
}

describe('what reaches the file', () => {
  test('the words of the paragraph change, and no other byte', async () => {
    using bench = new EditBench({ 'a.md': LF });
    await bench.edit(at(2), 'Four five 5½ six seven.\n');
    expect(bench.folder.read('texts/a.md')).toBe(LF.replace('five', 'five 5½'));
  });

  test('CRLF stays CRLF, in new words too; a BOM stays; other line ends stay', async () => {
    const content = `\uFEFF${LF.replaceAll('\n', '\r\n').replace('Eight nine.\r\n', 'Eight nine.\n')}`;
    using bench = new EditBench({ 'a.md': content });
    await bench.edit(at(2), 'Four five\nsix.\n\nSeven.');
    expect(bench.folder.read('texts/a.md')).toBe(
      content.replace('Four five six seven.', 'Four five\r\nsix.\r\n\r\nSeven.'),
    );
  });

  test('lone CR stays CR', async () => {
    using bench = new EditBench({ 'a.txt': 'One.\r\rTwo.\r\rThree.' });
    await bench.edit(at(2), 'Two\n\nand a half.');
    expect(bench.folder.read('texts/a.txt')).toBe('One.\r\rTwo\r\rand a half.\r\rThree.');
  });

  test('several paragraphs are edited as one stretch', async () => {
    using bench = new EditBench({ 'a.md': LF });
    await bench.edit(at(1, 2), 'One.\n\nTwo.\n\nThree.');
    expect(bench.folder.read('texts/a.md')).toBe(
      LF.replace('One two three.\n\nFour five six seven.', 'One.\n\nTwo.\n\nThree.'),
    );
  });

  test.each([
    [1, LF.replace('One two three.\n\n', '')],
    [2, LF.replace('Four five six seven.\n\n', '')],
    [3, LF.replace('\n\nEight nine.', '')],
  ])('an emptied ¶ %d goes, with the gap beside it', async (n, content) => {
    using bench = new EditBench({ 'a.md': LF });
    const plan = await bench.plan(at(n), ' \n\n');
    expect(plan).toMatchObject({ kind: 'edit', emptied: true });
    await bench.edit(at(n), ' \n\n');
    expect(bench.folder.read('texts/a.md')).toBe(content);
  });

  test('in a text with a paragraph a line a blank line makes a line, not blocks of everything', async () => {
    using bench = new EditBench({ 'a.txt': 'One.\nTwo.\nThree.\n' });
    await bench.edit(at(2), 'Two.\n\nAnd a half.\n');
    expect(bench.folder.read('texts/a.txt')).toBe('One.\nTwo.\nAnd a half.\nThree.\n');
  });

  test('the same words, with a line end more or less, are no edit', async () => {
    using bench = new EditBench({ 'a.md': LF });
    for (const words of ['Four five six seven.', '\nFour five six seven.\r\n\r\n'])
      expect(await bench.plan(at(2), words)).toEqual({ kind: 'unchanged' });
  });

  test('permissions stay', async () => {
    using bench = new EditBench({ 'a.md': LF });
    chmodSync(bench.folder.path('texts/a.md'), 0o640);
    await bench.edit(at(3), 'Nine.');
    const { mode } = statSync(bench.folder.path('texts/a.md'));
    expect(mode & 0o777).toBe(0o640);
  });
});

describe('what is refused, with nothing written', () => {
  test('a file that changed since the edit was opened, or since it was planned', async () => {
    using bench = new EditBench({ 'a.md': LF });
    const opened = await openEdit(bench.project, at(2));
    const plan = await planEdit(bench.project, opened, 'Other words.', 'alex');
    if (plan.kind === 'unchanged') throw new Error('it changes something');
    bench.folder.write('texts/a.md', `${LF}\nTen.\n`);
    const message = /not done: texts\/a\.md was changed by another program since/;
    await expect(planEdit(bench.project, opened, 'Other words.', 'alex')).rejects.toThrow(message);
    expect(await bench.apply(stepOfPlan(plan, 'edit', 'alex'))).toMatchObject({
      kind: 'refused',
      reason: expect.stringMatching(message),
    });
    expect(bench.folder.read('texts/a.md')).toBe(`${LF}\nTen.\n`);
  });

  test('words that would be read as front matter', async () => {
    using bench = new EditBench({ 'a.txt': 'One.\n\nTwo.\n' });
    await expect(bench.plan(at(1), '---\ntitle: x\n---')).rejects.toThrow(/read as front matter/);
  });

  test.each([
    [0, 1, /no ¶ 0/],
    [3, 4, /no ¶ 4\. It has ¶ 1 to ¶ 3/],
    [2, 1, /ends before it begins/],
  ])('¶ %d to %d', async (first, last, message) => {
    using bench = new EditBench({ 'a.md': LF });
    await expect(bench.plan(at(first, last), 'x')).rejects.toThrow(message);
  });

  test('a tag that came to it since and cannot follow', async () => {
    using bench = new EditBench({ 'a.md': LF });
    const plan = await bench.plan(at(2), 'Nothing of it.');
    if (plan.kind === 'unchanged') throw new Error('it changes something');
    await bench.tag('a', '2', { coder: 'sam' });
    expect(await bench.apply(stepOfPlan(plan, 'edit', 'alex'))).toMatchObject({ kind: 'refused' });
    expect(bench.folder.read('texts/a.md')).toBe(LF);
  });
});

describe('tags follow', () => {
  test('everybody’s: before, in, around and behind the edit', async () => {
    using bench = new EditBench({ 'a.md': LF });
    await bench.tag('a', '1');
    await bench.tag('a', '2');
    await bench.quote('a', 'five six', { coder: 'sam' });
    await bench.tag('a', '3', { coder: 'sam' });
    await bench.edit(at(2), 'Four, five, six and seven, at last.');
    const text = '\nOne two three.\n\nFour, five, six and seven, at last.\n\nEight nine.\n';
    const place = (quote: string) => {
      const start = text.indexOf(quote);
      return { quote, kind: 'exact', start, end: start + quote.length };
    };
    expect(await placesOf(bench)).toEqual([
      { coder: 'alex', ...place('One two three.') },
      { coder: 'alex', ...place('Four, five, six and seven, at last.') },
      { coder: 'sam', ...place('five, six') },
      { coder: 'sam', ...place('Eight nine.') },
    ]);
  });

  test('only bounds and quotations change: themes, memos, dates and what other programs wrote stay', async () => {
    using bench = new EditBench({ 'a.md': LF });
    await bench.tag('a', '2', { coder: 'sam' });
    const page = JSON.parse(bench.folder.read(SAM));
    page.items[0].rights = 'theirs';
    bench.folder.write(SAM, JSON.stringify(page));
    await bench.edit(at(2), 'Four five six seven eight.');
    const [item] = JSON.parse(bench.folder.read(SAM)).items;
    const { target, ...rest } = item;
    const { target: was, ...before } = page.items[0];
    expect(rest).toEqual(before);
    expect(target.selector[0].exact).toBe('Four five six seven eight.');
    expect(target.source).toBe(was.source);
  });

  test('a word that recurs is still known by its place, on a page that was not touched otherwise', async () => {
    using bench = new EditBench({ 'a.txt': 'no no no no no no no no no\n\nYes.\n' });
    await bench.tag('a', '1:13-14');
    await bench.edit(at(2), 'Yes, yes.');
    expect(await placesOf(bench)).toMatchObject([
      { quote: 'no', kind: 'exact', start: 12, end: 14 },
    ]);
  });

  test('what cannot follow is planned as lost, keeps its old words, and is found when they come back', async () => {
    using bench = new EditBench({ 'a.md': LF });
    await bench.tag('a', '2');
    const plan = await bench.plan(at(2), 'Quite another matter.');
    expect(plan).toMatchObject({
      followed: 0,
      lost: [
        {
          was: 'Four five six seven.',
          is: 'Quite another matter.',
          paragraphs: [2],
          anchor: { kind: 'orphaned' },
        },
      ],
    });
    await bench.edit(at(2), 'Quite another matter.');
    expect(await placesOf(bench)).toMatchObject([
      { quote: 'Four five six seven.', kind: 'orphaned' },
    ]);
    await bench.edit(at(2), 'Four five six seven.');
    expect(await placesOf(bench)).toMatchObject([{ quote: 'Four five six seven.', kind: 'exact' }]);
  });

  test('a broken file of another coder is left alone; one’s own stops the edit', async () => {
    using bench = new EditBench({ 'a.md': LF });
    await bench.tag('a', '2');
    bench.folder.write(SAM, '{ broken');
    const plan = await bench.plan(at(2), 'Four five six.');
    expect(plan.kind === 'edit' && plan.faults.map(({ file }) => file)).toEqual([
      bench.folder.path(SAM),
    ]);
    await bench.edit(at(2), 'Four five six.');
    expect(bench.folder.read(SAM)).toBe('{ broken');
    expect(await bench.project.store.readPage('alex', 'a')).toMatchObject({
      annotations: [{ selector: { exact: 'Four five six.' } }],
    });
    bench.folder.write(PAGE, '{ broken');
    await expect(bench.plan(at(2), 'Four.')).rejects.toThrow(/is not JSON|broken|JSON/);
  });
});

describe('undo', () => {
  /** Every file of texts and annotations, backups and locks aside. */
  const filesOf = ({ folder }: EditBench) =>
    ['texts/a.md', PAGE, SAM].map(name =>
      folder.has(name) ? readFileSync(folder.path(name)) : null,
    );

  test('brings back the text and everybody’s files, byte for byte; redo does it again', async () => {
    using bench = new EditBench({ 'a.md': `\uFEFF${LF.replaceAll('\n', '\r\n')}` });
    await bench.tag('a', '2');
    await bench.tag('a', '1', { coder: 'sam' });
    await bench.quote('a', 'six', { coder: 'sam' });
    // Laid out by another program, with the items the other way round.
    const page = JSON.parse(bench.folder.read(SAM));
    writeFileSync(
      bench.folder.path(SAM),
      JSON.stringify({ ...page, items: page.items.toReversed() }, null, 4),
    );
    const first = filesOf(bench);
    const step = await bench.edit(at(1, 2), 'Nothing is left of it.');
    const second = filesOf(bench);
    expect(second).not.toEqual(first);
    await bench.undo(step);
    expect(filesOf(bench)).toEqual(first);
    const again = await bench.apply(step);
    expect(filesOf(bench)).toEqual(second);
    if (again.kind !== 'written') throw new Error('refused');
    await bench.undo(again.step);
    expect(filesOf(bench)).toEqual(first);
  });

  test('keeps a tag that another coder made on the new words', async () => {
    using bench = new EditBench({ 'a.md': LF });
    await bench.tag('a', '3', { coder: 'sam' });
    const step = await bench.edit(at(2), 'Four five and a half six seven.');
    await bench.quote('a', 'five and a half six', { coder: 'sam' });
    await bench.undo(step);
    expect(bench.folder.read('texts/a.md')).toBe(LF);
    expect(await placesOf(bench)).toMatchObject([
      { coder: 'sam', quote: 'five six', kind: 'exact' },
      { coder: 'sam', quote: 'Eight nine.', kind: 'exact' },
    ]);
  });

  test('refuses where another program has changed the text since', async () => {
    using bench = new EditBench({ 'a.md': LF });
    const step = await bench.edit(at(2), 'Four.');
    bench.folder.write('texts/a.md', 'Other words.\n');
    await expect(bench.undo(step)).rejects.toThrow(/changed by another program since/);
    expect(bench.folder.read('texts/a.md')).toBe('Other words.\n');
  });
});

describe('another content as a whole', () => {
  test('changes front matter and text, and the tags follow', async () => {
    using bench = new EditBench({ 'a.md': LF });
    await bench.tag('a', '2');
    const content = '---\ntitle: B\n---\nA word before.\n\nFour five, six seven.\n';
    const plan = await planReplacement(bench.project, 'a', content, 'alex');
    expect(plan).toMatchObject({ followed: 1, changed: 1, lost: [] });
    const step = written(await bench.apply(stepOfPlan(plan, 'import', 'alex')));
    expect(bench.folder.read('texts/a.md')).toBe(content);
    expect(await placesOf(bench)).toMatchObject([
      { quote: 'Four five, six seven.', kind: 'exact' },
    ]);
    await bench.undo(step);
    expect(bench.folder.read('texts/a.md')).toBe(LF);
  });
});
