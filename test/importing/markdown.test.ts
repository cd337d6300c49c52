import { expect, test } from 'vitest';
import { readMarkdown } from '../../src/importing/markdown.ts';
import { makeTranscript } from '../../src/importing/transcriptFile.ts';
import { readTranscript } from '../../src/model/transcript.ts';
import { readWith } from './read.ts';

const MARKDOWN = `---
title: "Notes: one"
author: Jane Doe
date: 3 March 2020
tags: [a, b]
nested:
  key: 1
---
# Heading

*Emphasis*, a [link](https://example.org) and \`code\`.
A second line.

* an item
* another

| a | b |
|---|---|
| 1 | 2 |

\`\`\`
code   as it is

more
\`\`\`
`;
const NOWHERE = { imported: '2026-01-01T00:00:00.000Z', original: '.originals/a.md', sha256: '0' };

test('the body is kept byte for byte, the front matter with all its keys', async () => {
  const found = await readWith(readMarkdown, MARKDOWN);
  const { file, body } = makeTranscript(found, NOWHERE);
  expect(body).toBe(MARKDOWN.slice(MARKDOWN.indexOf('# Heading')));
  const { fields, title, speaker, date, text } = readTranscript('a.md', file);
  expect(text).toBe(body);
  expect({ title, speaker, date }).toEqual({
    title: 'Notes: one',
    speaker: 'Jane Doe',
    date: '2020-03-03',
  });
  expect(fields).toMatchObject({
    tags: ['a', 'b'],
    nested: { key: 1 },
    author: 'Jane Doe',
    sha256: '0',
  });
});

test('front matter that cannot be read is said, and is not part of the text', async () => {
  const found = await readWith(readMarkdown, '---\ntitle: [broken\n---\nWords.\n');
  expect(found.body).toBe('Words.\n');
  expect(found.notes).toEqual([expect.stringMatching(/^its front matter could not be read: /)]);
});

test('a rule over the first paragraph is no front matter', async () => {
  expect((await readWith(readMarkdown, '---\n\nWords.\n\n---\n')).body).toBe(
    '---\n\nWords.\n\n---\n',
  );
});

test('the title is the first heading', async () => {
  expect((await readWith(readMarkdown, 'Words.\n\n## A title ##\n')).meta.title).toBe('A title');
});
