import { describe, expect, test } from 'vitest';
import { readAnyHtml } from '../../src/importing/html/anyHtml.ts';
import { readHtml } from '../../src/importing/html/html.ts';
import { encoded } from './encoded.ts';
import { dropped, kept, readWith } from './read.ts';

const SENTENCE =
  'The ferry leaves at noon, and the people of the harbour wait for it with great patience, as they always did. ';
const PROSE = Array.from(
  { length: 4 },
  (_, n) => `<p>Part ${n + 1}. ${SENTENCE.repeat(3)}</p>`,
).join('\n');

const page = (body: string, head = '') =>
  `<!doctype html><html lang="en-GB"><head><title>A title</title>${head}</head><body>${body}</body></html>`;

const read = (html: string) => readWith(readHtml, html, 'page.html');

describe('a page', () => {
  test('is its main text; the rest is proposed with reasons', async () => {
    const found = await read(
      page(
        `<nav><a href="/">Home</a></nav><article><h1>A title</h1>${PROSE}</article><aside>Beside it</aside><footer>© 2020 Somebody</footer>`,
      ),
    );
    expect(kept(found)).toHaveLength(4);
    expect(kept(found)[0]).toMatch(/^Part 1\. The ferry leaves/);
    expect(dropped(found)).toEqual([
      ['Home', 'navigation'],
      ['A title', 'outside the main text'],
      ['Beside it', 'beside the text'],
      ['© 2020 Somebody', 'foot of the page'],
    ]);
  });

  test.each([
    ['The ferry to the island leaves – Harbour News', '', 'The ferry to the island leaves'],
    ['The ferry — Harbour News', '', 'The ferry — Harbour News'],
    ['Ferry: the long way home — a novel', '', 'Ferry: the long way home'],
    [
      'The ferry to the island – a long story',
      '<h1>The ferry to the island – a long story</h1>',
      'The ferry to the island – a long story',
    ],
  ])('of the title %s has the name of the site left out', async (title, body, wanted) => {
    const source = `<html><head><title>${title}</title></head><body>${body}<article>${PROSE}</article></body></html>`;
    expect((await read(source)).meta.title).toBe(wanted);
  });

  test('what it tells as its title has no site to leave out', async () => {
    const title = 'The ferry to the island – a long story';
    const head = `<meta property="og:title" content="${title}">`;
    const source = `<html><head><title>${title}</title>${head}</head><body>${PROSE}</body></html>`;
    expect((await read(source)).meta.title).toBe(title);
  });

  test('lines of code end at line breaks as well', async () => {
    const found = await read(page(`<article>${PROSE}<pre>a = 1<br>b = 2\nc = 3</pre></article>`));
    expect(kept(found).at(-1)).toBe('a = 1\nb = 2\nc = 3');
  });

  test('tells its title, author, date, language, publisher, address and licence', async () => {
    const head = `<meta name="author" content="Jane Doe"><meta property="article:published_time" content="2020-03-03T10:00:00Z">
      <meta property="og:site_name" content="Harbour News"><link rel="canonical" href="https://example.org/ferry">`;
    const { meta } = await read(
      page(
        `<article>${PROSE}<a rel="license" href="https://example.org/by">CC BY</a></article>`,
        head,
      ),
    );
    expect(meta).toMatchObject({
      title: 'A title',
      speaker: 'Jane Doe',
      date: '2020-03-03',
      language: 'en-GB',
      publisher: 'Harbour News',
      source: 'https://example.org/ferry',
      licence: 'CC BY',
    });
  });

  test('keeps headings, lists with their depth and numbers, tables and line breaks', async () => {
    const found = await read(
      page(`<article>${PROSE}<h2>Chapter</h2><ul><li>One<ul><li>Deeper</li></ul></li></ul><ol start="3"><li><p>Third</p><p>more of it</p></li><li>Fourth</li></ol>
        <table><tr><th>Name</th><th>Age</th></tr><tr><td>Ann</td><td>42</td></tr></table><p>A line<br>and another</p><pre>as  it
   is</pre>${PROSE}</article>`),
    );
    const shown = found.blocks
      .filter(({ drop }) => drop === null)
      .slice(4, -4)
      .map(({ kind, level, text }) => [kind, level, text]);
    expect(shown).toEqual([
      ['heading', 2, 'Chapter'],
      ['item', 1, 'One'],
      ['item', 2, 'Deeper'],
      ['item', 1, '3. Third'],
      ['paragraph', 0, 'more of it'],
      ['item', 1, '4. Fourth'],
      ['table', 0, 'Name  Age\nAnn  42'],
      ['paragraph', 0, 'A line\nand another'],
      ['paragraph', 0, 'as it\nis'],
    ]);
  });

  test('names in bold type that recur are speakers', async () => {
    const turns = ['Ada', 'Ben', 'Ada', 'Ben']
      .map(name => `<p><strong>${name}</strong> ${SENTENCE.repeat(2)}</p>`)
      .join('');
    const { blocks } = await read(page(`<article>${turns}</article>`));
    expect(
      blocks
        .filter(({ drop }) => drop === null)
        .map(({ speaker, text }) => [speaker, text.slice(0, 9)]),
    ).toEqual(['Ada', 'Ben', 'Ada', 'Ben'].map(name => [name, 'The ferry']));
  });

  test('ten thousand equal paragraphs take no longer than others', async () => {
    const found = await read(page(`<article>${PROSE}${'<p>Yes.</p>'.repeat(10_000)}</article>`));
    expect(kept(found)).toHaveLength(10_004);
  });

  test('words in bold type are no speakers where none recurs', async () => {
    const { blocks } = await read(
      page(`<article><p><b>Never</b> ${SENTENCE.repeat(3)}</p>${PROSE}</article>`),
    );
    expect(blocks.every(({ speaker }) => speaker === null)).toBe(true);
  });

  test('runs no script, and fetches nothing', async () => {
    const hostile = `<script>document.body.innerHTML = 'taken over'; globalThis.ran = true;</script>
      <img src="http://127.0.0.1:9/a.png" onerror="globalThis.ran = true"><link rel="stylesheet" href="http://127.0.0.1:9/a.css">
      <iframe src="http://127.0.0.1:9/"></iframe><article>${PROSE}</article>`;
    expect(kept(await read(page(hostile)))).toHaveLength(4);
    expect(globalThis).not.toHaveProperty('ran');
  });

  test('is read in the encoding that it names, and that is said', async () => {
    const html = page(
      `<article>${PROSE.replaceAll('harbour', 'h\u00E2vre')}</article>`,
      '<meta charset="iso-8859-1">',
    );
    const found = await readWith(readHtml, encoded(html, 'windows-1252'));
    expect(kept(found)[0]).toContain('h\u00E2vre');
    expect(found.notes).toEqual(['read as windows-1252']);
  });

  test('in UTF-8 without saying so is UTF-8', async () => {
    expect(
      kept(await read(page(`<article>${PROSE.replaceAll('harbour', 'h\u00E2vre')}</article>`)))[0],
    ).toContain('h\u00E2vre');
  });

  test('that is very large is read as well', async () => {
    const large = `<!-- ${'as large as that '.repeat(250_000)} --><article>${PROSE}</article>`;
    expect(kept(await readWith(readAnyHtml, page(large)))).toHaveLength(4);
  });

  test('without a main text is taken whole, but for what its tags and roles set apart', async () => {
    expect(kept(await read(page('<p>Hello.</p>')))).toEqual(['Hello.']);
    const deep = (inside: string) => page('<div>'.repeat(200) + inside);
    expect(kept(await read(deep('<nav>Hello.</nav>')))).toEqual(['Hello.']);
    const found = await read(
      deep('<div role="navigation">Inicio</div><p>Hello.</p><div role="contentinfo">The end</div>'),
    );
    expect(kept(found)).toEqual(['Hello.']);
    expect(dropped(found)).toEqual([
      ['Inicio', 'navigation'],
      ['The end', 'foot of the page'],
    ]);
  });

  test('that is nested deep is read without looking for a main text; deeper, it is refused at once', async () => {
    const found = await read(page(`<ul><li>unclosed<li>items${'<div>'.repeat(300)}deep inside`));
    expect(kept(found)).toEqual(['unclosed', 'items', 'deep inside']);
    expect(found.notes).toEqual(['no main text was recognised: the whole page was taken']);
    await expect(read(page('<div>'.repeat(100_000)))).rejects.toThrow('nested too deeply');
  });

  test.each([
    ['tags of its own that end with the element around them', '<div><x-item><x-name></div>'],
    ['tags in a script', `<script>write('<div><div><div>')</script>`],
    ['tags in a comment', '<!-- <div><div><div> -->'],
  ])('%s, many of them, do not make it deep', async (_, many) => {
    expect(kept(await read(page(`<article>${PROSE}${many.repeat(2000)}</article>`)))).toHaveLength(
      4,
    );
  });

  test.each([
    ['tags that a browser opens anew', `<div>${'<font><b>'.repeat(500)}</div>`.repeat(20)],
    ['end tags that end nothing', '<x-item><div></x-item>'.repeat(2000)],
    ['a comment that is closed at once', `<!-->${'<div>'.repeat(2000)}-->`],
    ['a script in a drawing', `<svg><script>${'<g>'.repeat(2000)}</script></svg>`],
  ])('%s hide no depth', async (_, deep) => {
    await expect(read(page(deep))).rejects.toThrow('nested too deeply');
  });

  test('has whole sentences where comments stand in them', async () => {
    const [last] = kept(
      await read(
        page(
          `<article>${PROSE}<div>On Page <!-- -->A<!-- -->22<!-- --> of <i>it</i><!-- -->.</div></article>`,
        ),
      ),
    ).slice(-1);
    expect(last).toBe('On Page A22 of it.');
  });

  test.each([['<html></html>'], ['<!doctype html><script>1</script>']])(
    '%s has no words',
    async html => {
      await expect(read(html)).rejects.toThrow('no words in it');
    },
  );
});
