import { block, type ImportedBlock } from '../imported.ts';
import { tidyLine } from '../tidy.ts';
import { type XmlElement, xmlElements, xmlText, xmlWords } from '../xml.ts';

/** The words in heads or feet of an ODT's pages: those of all its page styles, each once. */
export function pageEdges(
  styles: readonly XmlElement[],
  edge: 'header' | 'footer',
): ImportedBlock[] {
  const names = ['', '-left', '-first'].map(kind => `style:${edge}${kind}`);
  const found = styles.flatMap(part => named(part, ...names)).map(wordsIn);
  const drop = edge === 'header' ? 'head of the page' : 'foot of the page';
  return [...new Set(found)].filter(text => text !== '').map(text => block(text, { drop }));
}

/** Comments and what tracked changes have taken out, with their reasons. */
export function besideText(body: XmlElement): ImportedBlock[] {
  const deleted = named(body, 'text:deletion').map(one =>
    block(wordsIn(one), { drop: 'deleted in a tracked change' }),
  );
  const comments = named(body, 'office:annotation').map(one => {
    const by = tidyLine(xmlWords(one, 'creator') ?? '');
    return block(wordsIn(one), { drop: by === '' ? 'comment' : `comment by ${by}` });
  });
  return [...comments, ...deleted].filter(({ text }) => text !== '');
}

/** The paragraphs and headings under an element, a line each. */
function wordsIn(element: XmlElement): string {
  return named(element, 'text:p', 'text:h')
    .map(one => tidyLine(xmlText(one)))
    .filter(words => words !== '')
    .join('\n');
}

const named = (element: XmlElement, ...names: string[]): XmlElement[] =>
  [...xmlElements(element)].filter(one => names.includes(one.name));
