import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codebookText, oneLine, pageText } from '../../src/store/serialise.ts';

describe('oneLine', () => {
  it('puts a space after commas and colons, none inside brackets', () => {
    expect(oneLine({ a: [1, { b: null }, []], c: {}, d: 'x,\n y: [ z ]' })).toBe(
      '{"a": [1, {"b": null}, []], "c": {}, "d": "x,\\n y: [ z ]"}',
    );
  });

  it('is one line and says the same, whatever the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), value => {
        expect(oneLine(value)).not.toContain('\n');
        expect(JSON.parse(oneLine(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe('an annotation page', () => {
  it('has a header of two lines, one annotation a line, and a line end at the end', () => {
    const page = {
      '@context': 'http://www.w3.org/ns/anno.jsonld',
      id: 'urn:uuid:1',
      type: 'AnnotationPage',
      marginalia: { version: 1, text: 'x', sha256: null },
      items: [{ id: 'a', body: ['one', 'two'] }, { id: 'b' }],
    };
    expect(pageText(page)).toBe(
      `{"@context": "http://www.w3.org/ns/anno.jsonld",
 "id": "urn:uuid:1", "type": "AnnotationPage", "marginalia": {"version": 1, "text": "x", "sha256": null},
 "items": [
{"id": "a", "body": ["one", "two"]},
{"id": "b"}
 ]}
`,
    );
  });

  it('keeps what is not ours in the header', () => {
    const page = { items: [{}], 'x:note': 'kept', '@context': ['a', { b: 'c' }], id: 'i' };
    expect(JSON.parse(pageText(page) ?? '')).toEqual(page);
  });

  it('is no file without annotations', () => {
    expect(pageText({ id: 'urn:uuid:1', items: [] })).toBeNull();
  });
});

describe('a codebook', () => {
  it('has one theme a line', () => {
    expect(codebookText({ version: 1, themes: [{ id: 'a' }, { id: 'b', key: 1 }] })).toBe(
      `{"version": 1, "themes": [
{"id": "a"},
{"id": "b", "key": 1}
]}
`,
    );
    expect(JSON.parse(codebookText({ version: 1, themes: [] }))).toEqual({
      version: 1,
      themes: [],
    });
  });
});
