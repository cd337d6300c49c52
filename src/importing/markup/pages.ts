import type { Element } from 'hast';
import { attribute, textIn } from './tree.ts';

/** Whether an element marks where a page of the printed book begins (EPUB 3, `pagebreak`). */
export function isPageBreak(element: Element): boolean {
  const marks = `${attribute(element, 'epub:type')} ${attribute(element, 'role')}`;
  return /\b(?:doc-)?pagebreak\b/.test(marks);
}

/** The number of the page that such an element names; '' if it does not. */
export function pageLabel(element: Element): string {
  const said = ['ariaLabel', 'title'].map(name => attribute(element, name)).find(Boolean);
  return (said ?? textIn(element))
    .trim()
    .replace(/^(?:page|p\.)\s*/i, '')
    .replace(/\.$/, '');
}
