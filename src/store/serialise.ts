import { isJsonObject, type JsonObject, without } from './jsonObject.ts';

/**
 * JSON on one line, with a space after each comma and colon. A string never holds a line end in JSON,
 * so the line ends of the indented form are all between its parts.
 */
export function oneLine(value: unknown): string {
  return JSON.stringify(value, null, 1)
    .replace(/,\n */g, ', ')
    .replace(/([[{])\n */g, '$1')
    .replace(/\n *([\]}])/g, '$1');
}

const lines = new WeakMap<object, string>();

/** The line of an item. Items are never changed, and most are those of the page before. */
function itemLine(item: unknown): string {
  if (!isJsonObject(item)) return oneLine(item);
  const line = lines.get(item) ?? oneLine(item);
  lines.set(item, line);
  return line;
}

/**
 * An annotation page: context, header, then one annotation a line, so that a change of one is a change
 * of one line to git. `null` if there are no annotations: then there is no file. Keys at the top that
 * are not ours stand in the header. The same data gives the same bytes.
 */
export function pageText(page: JsonObject & { items: readonly unknown[] }): string | null {
  return page.items.length === 0 ? null : wholePageText(page);
}

/** The same for whoever must write a file even where no annotation is left. */
export function wholePageText(page: JsonObject & { items: readonly unknown[] }): string {
  const { '@context': context, ...header } = without(page, 'items');
  return [
    `{"@context": ${oneLine(context ?? 'http://www.w3.org/ns/anno.jsonld')},`,
    ` ${inner(header)},`,
    ' "items": [',
    page.items.map(itemLine).join(',\n'),
    ' ]}\n',
  ].join('\n');
}

/** A codebook: header, then one theme a line, in the order of the codebook. */
export function codebookText(codebook: JsonObject & { themes: readonly unknown[] }): string {
  const themes = codebook.themes.map(theme => `\n${oneLine(theme)}`).join(',');
  return `{${inner(without(codebook, 'themes'))}, "themes": [${themes}\n]}\n`;
}

/** The fields of an object without its braces. */
const inner = (object: object): string =>
  isJsonObject(object) ? oneLine(object).slice(1, -1) : '';
