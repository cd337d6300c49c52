import type { Element, Root } from 'hast';
import { leftOut } from '../counted.ts';
import { decodeText, encodingNotes } from '../encoding.ts';
import type { ImportedBlock, ImportedMeta, ImportFormat } from '../imported.ts';
import { blocksOf } from '../markup/blocks.ts';
import { attribute, elementsIn, parseHtml, textIn } from '../markup/tree.ts';
import { isoDay, metaOf } from '../meta.ts';
import { Refusal, refusing } from '../refusal.ts';
import { type Ran, run } from './program.ts';
import { notesBack, rtfMeta, withNotesAtEnd } from './rtf.ts';

const TIME = 60_000;

/** How pandoc is run: its arguments and what goes in. */
export type Pandoc = (args: readonly string[], input: Uint8Array) => Promise<Ran>;

const installed: Pandoc = (args, input) => run('pandoc', args, input, TIME);

/**
 * A reader of one of pandoc's formats, through pandoc itself where it is installed. It runs in its
 * sandbox, where it reads no other file and nothing from the network.
 */
export const throughPandoc = (format: string, pandoc: Pandoc = installed): ImportFormat =>
  refusing(format, async (bytes, { charset }) => {
    const decoded = await decodeText(bytes, charset);
    if (decoded.kind === 'refused') throw new Refusal(decoded.reason);
    const args = ['--from', format, '--to', 'html5', '--standalone', '--sandbox', '--wrap=none'];
    const isRtf = format === 'rtf';
    const source = isRtf ? withNotesAtEnd(decoded.text) : decoded.text;
    const page = parseHtml(outputOf(await pandoc(args, new TextEncoder().encode(source))));
    const meta = isRtf ? completed(metaIn(page), rtfMeta(decoded.text)) : metaIn(page);
    const found = blocksOf(withoutTitleBlock(page));
    const blocks = isRtf ? notesBack(found) : found;
    if (blocks.length === 0) throw new Refusal('no words in it');
    const pictures = [...elementsIn(page)].filter(({ tagName }) => tagName === 'img').length;
    const lost = isRtf ? footnotesIn(decoded.text) - notesAmong(blocks) : 0;
    const notes = [...leftOut(pictures, 'picture'), ...leftOut(Math.max(0, lost), 'footnote')];
    return { blocks, meta, notes: [...encodingNotes(decoded), ...notes] };
  });

/** Some versions of pandoc pass over the notes of RTF, and say nothing of it. */
const footnotesIn = (rtf: string) => rtf.match(/\\footnote(?![a-z])/g)?.length ?? 0;
const notesAmong = (blocks: readonly ImportedBlock[]) =>
  blocks.filter(({ kind, text }) => kind === 'note' && text.startsWith('[')).length;

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

/** What pandoc told, and where it told nothing, what the file says itself. */
const completed = (told: ImportedMeta, own: Partial<ImportedMeta>): ImportedMeta => ({
  ...told,
  title: told.title ?? own.title ?? null,
  speaker: told.speaker ?? own.speaker ?? null,
  date: told.date ?? own.date ?? null,
});

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
