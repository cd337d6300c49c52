import type { ReviewBlock } from '../../src/project/import/review.ts';
import type { ImportPreview } from '../../src/reader/importLayer.ts';

/** A paragraph of an import, or what `more` makes of it. */
export const blockOf = (text: string, more: Partial<ReviewBlock> = {}): ReviewBlock => ({
  kind: 'paragraph',
  level: 0,
  text,
  speaker: null,
  time: null,
  page: null,
  drop: null,
  ...more,
});

const heading = (text: string): ReviewBlock => blockOf(text, { kind: 'heading', level: 2 });

/** What was read of a page with a banner before the text and other articles behind it. */
export const pierPage: ImportPreview = {
  source: 'https://example.org/news/the-pier-at-holm',
  name: 'the-pier-at-holm',
  notes: ['read as windows-1252'],
  review: {
    blocks: [
      blockOf('We use cookies. Accept all, or choose.', { drop: 'cookie notice' }),
      blockOf('Home News Weather Tides', { drop: 'navigation' }),
      blockOf(
        'The pier was built by the men of the village. It has stood in every storm since. Nobody remembers a winter in which it was closed for longer than a week, and the oldest of them is ninety.',
      ),
      heading('The new rail'),
      blockOf('In March the rail was taken away. Nothing has come in its place.'),
      blockOf('When will there be a new one?', { speaker: 'Ada Moss' }),
      blockOf('When there is money.', { speaker: 'Clerk', time: '00:03:10', page: '4' }),
      blockOf('Photograph by the harbour office.'),
      heading('More from the coast'),
      blockOf('Ferry late again', { kind: 'item', level: 1, drop: 'list of related articles' }),
      blockOf('Ten years of the market', {
        kind: 'item',
        level: 1,
        drop: 'list of related articles',
      }),
    ],
    parts: [
      {
        from: 0,
        meta: {
          title: 'The pier at Holm',
          speaker: 'Ada Moss',
          date: '2024-03-09',
          source: 'https://example.org/news/the-pier-at-holm',
          id: null,
        },
      },
    ],
  },
};
