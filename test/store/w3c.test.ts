import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Annotation } from '../../src/model/annotation.ts';
import { fromItem, type Item } from '../../src/store/w3c.ts';
import { toItem } from '../../src/store/w3cWrite.ts';
import { idOf, selectorAt, tag } from './samples.ts';

const PLACE = { coder: 'alex', text: 'interview' };
const read = (fields: object): Annotation =>
  fromItem({ id: idOf(1), type: 'Annotation', ...fields }, PLACE);
const write = (annotation: Annotation): Item => toItem(annotation, 'interview.md');
/** What comes back from the disk: JSON of the item, read again. */
const reread = (annotation: Annotation): Annotation =>
  fromItem(JSON.parse(JSON.stringify(write(annotation))), PLACE);
const plain = ({ stored: _, ...annotation }: Annotation) => annotation;

describe('an annotation of ours as a W3C item', () => {
  it('has the fields of the format, in their order', () => {
    const annotation = tag(1, { memo: 'why', key: true });
    expect(JSON.stringify(write(annotation))).toBe(
      JSON.stringify({
        id: idOf(1),
        type: 'Annotation',
        motivation: 'tagging',
        created: '2026-11-22T10:00:00.000Z',
        modified: '2026-11-22T10:00:00.000Z',
        creator: { type: 'Person', name: 'alex' },
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: 'encryption' },
          { type: 'TextualBody', purpose: 'commenting', value: 'why' },
          { type: 'TextualBody', purpose: 'highlighting', value: 'key' },
        ],
        target: {
          source: '../../texts/interview.md',
          selector: [
            { type: 'TextQuoteSelector', exact: 'passage', prefix: 'before ', suffix: ' after' },
            { type: 'TextPositionSelector', start: 10, end: 17 },
          ],
        },
      }),
    );
  });

  it('is commenting without a theme, and has no selector on the whole transcript', () => {
    const item = write(tag(1, { theme: null, memo: 'all of it', selector: null }));
    expect(item).toMatchObject({
      motivation: 'commenting',
      body: [{ purpose: 'commenting', value: 'all of it' }],
      target: { source: '../../texts/interview.md' },
    });
    expect(item.target).not.toHaveProperty('selector');
  });

  it('names the transcript by an address that is one', () => {
    const source = (file: string) => toItem(tag(1), file).target;
    expect(source('a b#1 100%?.md')).toMatchObject({
      source: '../../texts/a%20b%231%20100%25%3F.md',
    });
    expect(source('интервью-é.md')).toMatchObject({ source: '../../texts/интервью-é.md' });
  });

  it('comes back as it was, whatever is in it', () => {
    const text = fc.string({ unit: 'binary' });
    const selector = fc
      .record({ exact: text, prefix: text, suffix: text, start: fc.nat(), length: fc.nat() })
      .map(({ length, ...rest }) => ({ ...rest, end: rest.start + length }));
    const annotation = fc.record({
      id: text.filter(id => id !== ''),
      text: fc.constant('interview'),
      coder: fc.constant('alex'),
      theme: fc.option(text),
      memo: fc.option(text),
      key: fc.boolean(),
      created: text,
      modified: text,
      selector: fc.option(selector),
    });
    fc.assert(
      fc.property(annotation, annotation, (first, second) => {
        expect(plain(reread(first))).toEqual(first);
        // Changed into any other one, by way of the item that is stored, it is that other one.
        const changed = { ...second, id: first.id, stored: reread(first).stored };
        expect(plain(reread(changed))).toEqual({ ...second, id: first.id });
      }),
    );
  });
});

describe('an item of another program', () => {
  const foreign = {
    '@context': 'https://elsewhere.example/context',
    body: [
      { type: 'Image', id: 'https://elsewhere.example/a.png' },
      { type: 'TextualBody', purpose: 'tagging', value: 'encryption', 'x:weight': 3 },
      'https://elsewhere.example/note',
      { type: 'TextualBody', purpose: 'tagging', value: 'second' },
      { type: 'TextualBody', purpose: ['commenting', 'replying'], value: 'why', language: 'en' },
    ],
    'x:extra': { kept: [1, null] },
    target: {
      source: 'https://elsewhere.example/text',
      'x:state': 'draft',
      selector: [
        { type: 'XPathSelector', value: '/p[2]' },
        { type: 'TextPositionSelector', start: 0, end: 7, 'x:unit': 'code points' },
        { type: 'TextQuoteSelector', exact: 'passage', 'x:score': 1 },
      ],
    },
    motivation: ['tagging', 'linking'],
  };

  it('is read as far as it is understood', () => {
    expect(plain(read(foreign))).toEqual({
      ...PLACE,
      id: idOf(1),
      theme: 'encryption',
      memo: 'why',
      key: false,
      created: '',
      modified: '',
      selector: { exact: 'passage', prefix: '', suffix: '', start: 0, end: 7 },
    });
  });

  it('is given back as the very same object when nothing changed', () => {
    const annotation = read(foreign);
    expect(write(annotation)).toBe(annotation.stored);
    expect(write({ ...annotation, selector: { ...selectorOf(annotation) } })).toBe(
      annotation.stored,
    );
  });

  it('keeps all of its own when everything of ours changes, keys in their order', () => {
    const annotation = read(foreign);
    const item = write({
      ...annotation,
      theme: 'erwt',
      memo: 'because',
      key: true,
      modified: '2026-11-23T00:00:00.000Z',
      selector: selectorAt(20, 'other'),
    });
    expect(JSON.stringify(item)).toBe(
      JSON.stringify({
        id: idOf(1),
        type: 'Annotation',
        '@context': 'https://elsewhere.example/context',
        body: [
          foreign.body[0],
          { type: 'TextualBody', purpose: 'tagging', value: 'erwt', 'x:weight': 3 },
          foreign.body[2],
          foreign.body[3],
          {
            type: 'TextualBody',
            purpose: ['commenting', 'replying'],
            value: 'because',
            language: 'en',
          },
          { type: 'TextualBody', purpose: 'highlighting', value: 'key' },
        ],
        'x:extra': { kept: [1, null] },
        target: {
          source: 'https://elsewhere.example/text',
          'x:state': 'draft',
          selector: [
            { type: 'XPathSelector', value: '/p[2]' },
            { type: 'TextPositionSelector', start: 20, end: 25, 'x:unit': 'code points' },
            {
              type: 'TextQuoteSelector',
              exact: 'other',
              'x:score': 1,
              prefix: 'before ',
              suffix: ' after',
            },
          ],
        },
        motivation: ['tagging', 'linking'],
        modified: '2026-11-23T00:00:00.000Z',
      }),
    );
  });

  it.each<[string, object, Partial<Annotation>]>([
    [
      'single body and selector without brackets',
      {
        body: { type: 'TextualBody', purpose: 'tagging', value: 'erwt' },
        target: { source: 'x', selector: { type: 'TextQuoteSelector', exact: 'words' } },
      },
      { theme: 'erwt', selector: { exact: 'words', prefix: '', suffix: '', start: -1, end: -1 } },
    ],
    [
      'a body without a purpose serves the motivation',
      { motivation: 'commenting', body: { type: 'TextualBody', value: 'why' } },
      { theme: null, memo: 'why' },
    ],
    [
      'a highlight that is not our key mark',
      { body: { type: 'TextualBody', purpose: 'highlighting', value: 'yellow' } },
      { key: false },
    ],
    ['no body', {}, { theme: null, memo: null, key: false, selector: null }],
    ['a target that is an address', { target: 'https://elsewhere.example/x' }, { selector: null }],
    [
      'a position and no quotation',
      { target: { selector: { type: 'TextPositionSelector', start: 0, end: 4 } } },
      { selector: { exact: '', prefix: '', suffix: '', start: 0, end: 4 } },
    ],
    [
      'selectors of other kinds only: a passage that is not found, not the whole transcript',
      { target: { selector: { type: 'XPathSelector', value: '/p' } } },
      { selector: { exact: '', prefix: '', suffix: '', start: -1, end: -1 } },
    ],
    [
      'the first of several targets',
      { target: [{ selector: { type: 'TextQuoteSelector', exact: 'one' } }, 'other'] },
      { selector: { exact: 'one', prefix: '', suffix: '', start: -1, end: -1 } },
    ],
    [
      'only the date of its change',
      { modified: '2026-01-01T00:00:00Z' },
      { created: '2026-01-01T00:00:00Z', modified: '2026-01-01T00:00:00Z' },
    ],
  ])('%s', (_, fields, expected) => {
    const annotation = read(fields);
    expect(annotation).toMatchObject(expected);
    expect(write(annotation)).toBe(annotation.stored);
  });

  it('changes what it must and no more', () => {
    const single = { body: { type: 'TextualBody', purpose: 'tagging', value: 'erwt' } };
    expect(write({ ...read(single), theme: 'encryption' })).toMatchObject({
      body: { type: 'TextualBody', purpose: 'tagging', value: 'encryption' },
    });
    expect(write({ ...read(single), memo: 'why' }).body).toEqual([
      { type: 'TextualBody', purpose: 'tagging', value: 'erwt' },
      { type: 'TextualBody', purpose: 'commenting', value: 'why' },
    ]);
    const address = { target: 'https://elsewhere.example/x' };
    expect(write({ ...read(address), selector: selectorAt(3) }).target).toMatchObject({
      source: 'https://elsewhere.example/x',
      selector: [{ exact: 'passage' }, { start: 3 }],
    });
    const two = { target: [{ selector: { type: 'TextQuoteSelector', exact: 'one' } }, 'other'] };
    expect(write({ ...read(two), selector: null }).target).toEqual([{}, 'other']);
  });

  it('takes the motivation along when a theme comes or goes, where it is one of ours', () => {
    const memo = {
      motivation: 'commenting',
      body: [{ type: 'TextualBody', purpose: 'commenting', value: 'why' }],
    };
    expect(write({ ...read(memo), theme: 'erwt' })).toMatchObject({
      motivation: 'tagging',
      body: [
        { purpose: 'tagging', value: 'erwt' },
        { purpose: 'commenting', value: 'why' },
      ],
    });
    const linking = { ...memo, motivation: 'linking' };
    expect(write({ ...read(linking), theme: 'erwt' })).toMatchObject({ motivation: 'linking' });
    // Its body says what it is by the motivation alone, so that must stay.
    const silent = { motivation: 'commenting', body: { type: 'TextualBody', value: 'why' } };
    const changed = { ...read(silent), theme: 'erwt' };
    expect(write(changed)).toMatchObject({ motivation: 'commenting' });
    expect(plain(reread(changed))).toMatchObject({ theme: 'erwt', memo: 'why' });
  });
});

function selectorOf({ selector }: Annotation) {
  if (!selector) throw new Error('this item has a selector');
  return selector;
}
