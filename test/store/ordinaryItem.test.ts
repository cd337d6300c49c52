import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isOrdinaryItem } from '../../src/store/ordinaryItem.ts';
import { checkPage, item } from '../../src/store/schema.ts';

const quote = { type: 'TextQuoteSelector', exact: 'words', prefix: 'a ', suffix: ' z' };
const place = { type: 'TextPositionSelector', start: 2, end: 7 };
const ordinary = {
  id: 'urn:uuid:1',
  type: 'Annotation',
  created: '2026-11-22T12:00:00.000Z',
  modified: '2026-11-22T12:00:00.000Z',
  body: [{ type: 'TextualBody', purpose: 'tagging', value: 'erwt' }],
  target: { source: '../../texts/text.txt', selector: [quote, place] },
};

/** Anything that JSON can say, and what is nearly right. */
const nearly = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom<unknown>('', -1, 2, 2.5, 2 ** 60, null, [], {}, 'Annotation', ['Annotation']),
  fc.constantFrom<unknown>(quote, [quote], [quote, null], [{ ...place, start: 8 }], [[place]]),
);

type Path = readonly (string | number)[];
const PATHS: Path[] = [
  ['id'],
  ['type'],
  ['created'],
  ['modified'],
  ['body'],
  ['target'],
  ['target', 'selector'],
  ['target', 'selector', 0],
  ['target', 'selector', 1],
  ...['type', 'exact', 'prefix', 'suffix'].map(key => ['target', 'selector', 0, key]),
  ...['type', 'start', 'end'].map(key => ['target', 'selector', 1, key]),
];

function changed(path: Path, value: unknown, isGone: boolean): unknown {
  const copy = structuredClone(ordinary) as unknown;
  const last = path.at(-1) ?? '';
  // biome-ignore lint/suspicious/noExplicitAny: any place of any JSON
  const holder = path.slice(0, -1).reduce((one: any, key) => one[key], copy);
  if (isGone) delete holder[last];
  else holder[last] = value;
  return copy;
}

const pageOf = (items: unknown[]) => ({
  id: 'urn:uuid:0',
  type: 'AnnotationPage',
  marginalia: { version: 1, text: 'text', sha256: null },
  items,
});

test('an item as this program writes it is ordinary', () => {
  expect(isOrdinaryItem(ordinary)).toBe(true);
  expect(isOrdinaryItem({ ...ordinary, target: undefined })).toBe(true);
  expect(isOrdinaryItem({ ...ordinary, 'x:more': { any: 1 } })).toBe(true);
});

test('whatever passes as ordinary passes the schema, one fault anywhere', () => {
  fc.assert(
    fc.property(fc.constantFrom(...PATHS), nearly, fc.boolean(), (path, value, isGone) => {
      const one = changed(path, value, isGone);
      const isGood = item.safeParse(one).success;
      if (isOrdinaryItem(one)) expect(isGood).toBe(true);
      const other = { ...ordinary, id: 'urn:uuid:2' };
      expect(checkPage(pageOf([other, one])).kind).toBe(isGood ? 'good' : 'refused');
    }),
    { numRuns: 2_000 },
  );
});
