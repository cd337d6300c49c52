import secureParse from 'secure-json-parse';
import * as z from 'zod/mini';
import { shortId } from '../../model/annotation.ts';
import type { ReadDigest } from './quotation.ts';

const passage = z.looseObject({
  id: z.string(),
  text: z.string(),
  start: z.nullable(z.int()),
  end: z.nullable(z.int()),
  quote: z.nullable(z.string()),
});
const shape = z.looseObject({
  themes: z.array(z.looseObject({ passages: z.array(passage) })),
  notes: z._default(z.array(passage), []),
  texts: z._default(z.array(z.looseObject({ id: z.string(), sha256: z.string() })), []),
});

/** Reads a digest as JSON. Throws an Error in words where it is none. */
export function readJsonDigest(text: string): ReadDigest {
  const read = shape.safeParse(secureParse(text.replace(/^\uFEFF/, '')));
  if (!read.success) throw new Error('it has not the shape of a digest');
  const { themes, notes, texts } = read.data;
  const quotations = [...themes.flatMap(theme => theme.passages), ...notes].flatMap(one => {
    if (one.start === null || one.end === null) return [];
    const place = { text: one.text, start: one.start, end: one.end };
    const mark = {
      kind: 'passage' as const,
      ...place,
      annotations: [shortId(one.id)],
      hash: hashOf(one),
    };
    return [{ quote: one.quote ?? '', mark }];
  });
  return { quotations, hashes: new Map(texts.map(({ id, sha256 }) => [id, sha256])) };
}

const hashOf = (one: Record<string, unknown>): string | null =>
  typeof one.quoteHash === 'string' ? one.quoteHash : null;
