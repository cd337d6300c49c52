import { expect, test } from 'vitest';
import { formatOf, hasKnownEnding } from '../../src/importing/formats.ts';

const nameOf = (content: string, name: string, told: Parameters<typeof formatOf>[2] = {}) =>
  formatOf(new TextEncoder().encode(content), { name }, told).name;

test.each([
  ['Words.', 'a.txt', 'text'],
  ['Words.', 'A.MD', 'markdown'],
  ['<p>Words.', 'a.htm', 'html'],
  ['<!DOCTYPE html><p>', 'a.txt', 'html'],
  ['\uFEFF  <!-- saved -->\n<html lang="en">', '', 'html'],
  ['<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">', 'a', 'html'],
  ['<p>no document', 'a.txt', 'text'],
  ['Words.', 'a.unknown', 'text'],
  ['Words.', '', 'text'],
])('%j in %j is %s', (content, name, format) => expect(nameOf(content, name)).toBe(format));

test('what is asked for counts most, then the content, then what the server says', () => {
  expect(nameOf('<html>', 'a.html', { as: 'text' })).toBe('text');
  expect(nameOf('<p>Words', 'speech', { type: 'text/html' })).toBe('html');
  expect(nameOf('Words', 'a.md', { type: 'text/plain' })).toBe('markdown');
  expect(() => nameOf('', '', { as: 'nonsense' })).toThrow(RangeError);
});

test('UTF-16 hides no page', () => {
  const bytes = Buffer.from('\uFEFF<!doctype html><p>Words', 'utf16le');
  expect(formatOf(bytes, { name: '' }).name).toBe('html');
});

test('files of a folder are known by their endings', () => {
  expect(
    ['a.txt', 'b.HTML', 'c.markdown', 'd.png', 'README', '.txt'].filter(hasKnownEnding),
  ).toEqual(['a.txt', 'b.HTML', 'c.markdown', '.txt']);
});
