import type { Element, Root } from 'hast';
import { leftOut } from '../counted.ts';
import { decodeCues } from '../cues/encoding.ts';
import type { ImportedMeta, ImportFormat } from '../imported.ts';
import { blocksOf } from '../markup/blocks.ts';
import { attribute, elementsIn, parseHtml, textIn } from '../markup/tree.ts';
import { isoDay, metaOf } from '../meta.ts';
import { Refusal, refusing } from '../refusal.ts';
import { type Ran, run } from './program.ts';

/** What pandoc calls a format, by the ending of its files. */
export const PANDOC_FORMATS: Readonly<Record<string, string>> = {
  rtf: 'rtf',
  tex: 'latex',
  latex: 'latex',
  rst: 'rst',
  org: 'org',
  textile: 'textile',
  mediawiki: 'mediawiki',
  wiki: 'mediawiki',
  fb2: 'fb2',
  dbk: 'docbook',
  docbook: 'docbook',
  muse: 'muse',
  ipynb: 'ipynb',
  typ: 'typst',
  opml: 'opml',
};

const TIME = 60_000;

/** How pandoc is run: its arguments and what goes in. */
export type Pandoc = (args: readonly string[], input: Uint8Array) => Promise<Ran>;

const installed: Pandoc = (args, input) => run('pandoc', args, input, TIME);

/**
 * A reader of one of pandoc's formats, through pandoc itself where it is installed. It runs in its
 * sandbox, where it reads no other file and nothing from the network.
 */
export const throughPandoc = (pandoc: Pandoc = installed): ImportFormat =>
  refusing('a text for pandoc', async (bytes, { name }) => {
    const ending = /\.([^.]+)$/.exec(name.toLowerCase())?.[1] ?? '';
    const format = startsAsRtf(bytes) ? 'rtf' : (PANDOC_FORMATS[ending] ?? 'rtf');
    const { text, notes } = decodeCues(bytes);
    const args = ['--from', format, '--to', 'html5', '--standalone', '--sandbox', '--wrap=none'];
    const page = parseHtml(outputOf(await pandoc(args, new TextEncoder().encode(text))));
    const meta = metaIn(page);
    const blocks = blocksOf(withoutTitleBlock(page));
    if (blocks.length === 0) throw new Refusal('no words in it');
    const pictures = [...elementsIn(page)].filter(({ tagName }) => tagName === 'img').length;
    return { blocks, meta, notes: [...notes, ...leftOut(pictures, 'picture')] };
  });

/** Reads RTF and whatever else pandoc reads. */
export const readWithPandoc: ImportFormat = throughPandoc();

/** Whether bytes are RTF, whatever their name. */
export const startsAsRtf = (bytes: Uint8Array): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, 5)) === '{\\rtf';

function outputOf(ran: Ran): string {
  if (ran.kind === 'done') return ran.output;
  if (ran.kind === 'stopped') throw new Refusal(`takes pandoc longer than ${TIME / 1000} seconds`);
  if (ran.kind === 'missing') {
    throw new Refusal(
      'needs pandoc, which is not installed: install it (pandoc.org), or save the text as .docx, .odt or .html',
    );
  }
  const said = ran.message.trim().split('\n', 1)[0] ?? '';
  const isOld = /unrecognized option|unknown option|unknown reader|unknown input format/i.test(
    said,
  );
  throw new Refusal(isOld ? `needs a newer pandoc: ${said}` : `pandoc cannot read it: ${said}`);
}

function metaIn(page: Root): ImportedMeta {
  const elements = [...elementsIn(page)];
  const told = (name: string) =>
    elements.find(one => one.tagName === 'meta' && attribute(one, 'name') === name);
  const content = (name: string) => attributeOf(told(name), 'content');
  const title = elements.find(({ tagName }) => tagName === 'title');
  const html = elements.find(({ tagName }) => tagName === 'html');
  return metaOf({
    // pandoc calls a text without a title '-'.
    title: title === undefined || textIn(title) === '-' ? null : textIn(title),
    speaker: content('author'),
    date: isoDay(content('dcterms.date')),
    language: attributeOf(html, 'lang'),
  });
}

const attributeOf = (element: Element | undefined, name: string) =>
  element === undefined ? null : attribute(element, name) || null;

/** The title, author and date that pandoc prints at the top are metadata already. */
function withoutTitleBlock(page: Root): Root {
  for (const element of elementsIn(page)) {
    element.children = element.children.filter(
      child => !('properties' in child) || attribute(child, 'id') !== 'title-block-header',
    );
  }
  return page;
}
