import { expect, test } from 'vitest';
import { keepData, keptData } from '../../src/store/keptData.ts';
import { checkPage, type PageData } from '../../src/store/schema.ts';
import { wholePageText } from '../../src/store/serialise.ts';

const format = { check: checkPage, serialise: wholePageText };

const itemOf = (n: number) => ({ id: `urn:uuid:${n}`, type: 'Annotation', body: [{ value: n }] });
const pageOf = (items: unknown[]) => ({
  id: 'urn:uuid:0',
  type: 'AnnotationPage',
  marginalia: { version: 1, text: 'text', sha256: null },
  items,
});

test('bytes that are known give the data that they gave before, others nothing', () => {
  const data = pageOf([itemOf(1)]) as unknown as PageData;
  keepData(format, Buffer.from('aaaa'), { data, version: 1 });
  expect(keptData(format, Buffer.from('aaaa'))?.data).toBe(data);
  expect(keptData(format, Buffer.from('bbbb'))).toBeUndefined();
  expect(keptData({ ...format }, Buffer.from('aaaa'))).toBeUndefined();
});

test('only the last few are kept', () => {
  const data = pageOf([]) as unknown as PageData;
  for (let n = 0; n < 5; n++) keepData(format, Buffer.from(`page ${n}`), { data, version: 1 });
  expect(keptData(format, Buffer.from('page 0'))).toBeUndefined();
  expect(keptData(format, Buffer.from('page 4'))?.data).toBe(data);
});

test('a page with items that are known is refused for what is new in it, in the same words', () => {
  const [one, two] = [itemOf(1), itemOf(2)];
  expect(checkPage(pageOf([one, two]))).toMatchObject({ kind: 'good' });
  const bad = { id: 'urn:uuid:3', type: 'Note' };
  const refused = [
    [one, bad],
    [one, two, one],
    [one, null],
    [{ ...one, id: '' }, two],
  ];
  for (const items of refused) {
    const known = checkPage(pageOf(items));
    const fresh = checkPage(structuredClone(pageOf(items)));
    expect(known).toEqual(fresh);
    expect(known.kind).toBe('refused');
  }
  const header = { ...pageOf([one, two]), marginalia: { version: 2, text: 'text', sha256: null } };
  expect(checkPage(header)).toMatchObject({ kind: 'newer', version: 2 });
  expect(checkPage({ ...pageOf([one, two]), type: 'Page' })).toMatchObject({ kind: 'refused' });
  expect(checkPage(pageOf([two, itemOf(4), one]))).toMatchObject({ kind: 'good' });
});
