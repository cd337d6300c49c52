import { createHash } from 'node:crypto';
import { makeProject, type TestProject } from '../support/project.ts';

const PARAGRAPHS = 500;
const THEMES = 200;
const EACH = 4;
const COLOURS = ['sky', 'orange', 'green', 'pink', 'yellow', 'vermillion', 'violet', 'grey'];
const MARKS = ['●', '■', '▲', '◆', '▼', '○', '□', '△', '◇', '▽', '◎'];
const WORDS =
  'The second strand is extreme right wing terrorism, and many in it are in their teens. ';

/** One text with 2,000 annotations of the coder bench, four a paragraph, and a codebook of 200 themes. */
export function heavyProject(): TestProject {
  const text = Array.from(
    { length: PARAGRAPHS },
    (_, n) => `${n + 1}. ${WORDS.repeat(2 + (n % 3)).trimEnd()}`,
  ).join('\n\n');
  const themes = Array.from({ length: THEMES }, (_, n) => themeOf(n));
  return makeProject(
    { 'text.txt': text },
    {
      'codebook.json': { version: 1, themes },
      'bench/text.json': {
        '@context': 'http://www.w3.org/ns/anno.jsonld',
        id: 'urn:uuid:00000000-0000-5000-8000-000000000000',
        type: 'AnnotationPage',
        marginalia: {
          version: 1,
          text: 'text',
          sha256: createHash('sha256').update(text).digest('hex'),
        },
        items: itemsOf(text),
      },
    },
  );
}

const themeOf = (n: number) => ({
  id: `theme-${n}`,
  name: `Theme of number ${n}`,
  definition: 'What is said about it, by whom, and to what end.',
  colour: COLOURS[n % COLOURS.length],
  mark: MARKS[n % MARKS.length],
  key: n < 9 ? n + 1 : null,
  parent: n % 10 === 0 ? null : `theme-${n - (n % 10)}`,
  status: 'active',
});

/** Of each paragraph the whole and three stretches inside it; offsets are those of ASCII. */
function itemsOf(text: string) {
  let start = 0;
  return text.split('\n\n').flatMap((paragraph, n) => {
    const from = start;
    start += paragraph.length + 2;
    const bounds = Array.from({ length: EACH }, (_, i) =>
      i === 0 ? [0, paragraph.length] : [20 * i, 20 * i + 30],
    );
    return bounds.map(([begin = 0, end = 0], i) =>
      itemOf(text, from + begin, from + end, n * EACH + i),
    );
  });
}

const itemOf = (text: string, start: number, end: number, n: number) =>
  heavyItem({ text, id: 'text', start, end, theme: `theme-${(n * 7) % THEMES}`, n });

/** An annotation of the coder bench on a stretch of an ASCII text; its id is made of `n`. */
export function heavyItem({ text, id, start, end, theme, n }: HeavyItem) {
  return {
    id: `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
    type: 'Annotation',
    motivation: 'tagging',
    created: '2026-11-22T12:00:00.000Z',
    modified: '2026-11-22T12:00:00.000Z',
    creator: { type: 'Person', name: 'bench' },
    body: [{ type: 'TextualBody', purpose: 'tagging', value: theme }],
    target: {
      source: `../../texts/${id}.txt`,
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: text.slice(start, end),
          prefix: text.slice(Math.max(0, start - 32), start),
          suffix: text.slice(end, end + 32),
        },
        { type: 'TextPositionSelector', start, end },
      ],
    },
  };
}

interface HeavyItem {
  text: string;
  /** The transcript's. */
  id: string;
  start: number;
  end: number;
  theme: string;
  n: number;
}
