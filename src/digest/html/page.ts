import { createHash } from 'node:crypto';
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { visibleLine } from '../../model/visible.ts';
import { arrange } from '../arrange.ts';
import { digestBlocks } from '../document.ts';
import type { DigestInput } from '../input.ts';
import { type Block, oneLine } from '../nodes.ts';
import { sourcesSection } from '../sources.ts';
import { figures } from './figures.ts';
import { filterForm, SCRIPT } from './filter.ts';
import { STYLE } from './style.ts';
import { htmlOf } from './tree.ts';

/**
 * The digest as one HTML page that needs nothing else: its policy allows its own style and script by
 * their hashes and nothing from anywhere. Without script everything can be read; with it the passages
 * can be filtered. The same input gives the same bytes.
 */
export function renderHtml(input: DigestInput): string {
  const arranged = arrange(input);
  // The page has the table of counts among its figures.
  const document = { ...input, options: { ...input.options, withoutTable: true } };
  const blocks = digestBlocks(document, arranged);
  const [opening, first] = upToSections(blocks);
  const definitions = sourcesSection(input.texts).filter(block => block.type === 'definition');
  const hasPassages = arranged.parts.some(part => part.passages.length > 0);
  return [
    `<!doctype html><html lang="en">${toHtml(head(input, hasPassages))}<body><main>`,
    htmlOf(opening, definitions),
    first.length > 0 ? '\n' : '',
    ...(input.options.withoutTable ? [] : figures(arranged.parts, input.texts)).map(one =>
      toHtml(one),
    ),
    hasPassages ? toHtml(filterForm(arranged, input.texts)) : '',
    htmlOf(chained(first, blocks), definitions),
    `</main>${hasPassages ? toHtml(h('script', SCRIPT)) : ''}</body></html>\n`,
  ].join('');
}

/** The blocks before the first section, and its heading; the rest is still to be taken. */
function upToSections(blocks: Iterator<Block>): [opening: Block[], first: Block[]] {
  const opening: Block[] = [];
  for (let next = blocks.next(); !next.done; next = blocks.next()) {
    const { value } = next;
    if (value.type === 'heading' && value.depth === 2) return [opening, [value]];
    opening.push(value);
  }
  return [opening, []];
}

function* chained<T>(first: Iterable<T>, rest: Iterable<T>): Generator<T> {
  yield* first;
  yield* rest;
}

const head = (input: DigestInput, hasScript: boolean): Element =>
  h('head', [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(hasScript) }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('title', visibleLine(oneLine(input.title)) || 'Digest'),
    h('style', STYLE),
  ]);

function policy(hasScript: boolean): string {
  const hash = (text: string) =>
    `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
  const script = hasScript ? hash(SCRIPT) : "'none'";
  return `default-src 'none'; style-src ${hash(STYLE)}; script-src ${script}; base-uri 'none'; form-action 'none'`;
}
