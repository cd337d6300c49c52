import { createHash } from 'node:crypto';
import type { ElementContent, Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { visibleLine } from '../../model/visible.ts';
import { arrange } from '../arrange.ts';
import { digestDocument } from '../document.ts';
import type { DigestInput } from '../input.ts';
import { oneLine } from '../nodes.ts';
import { figures } from './figures.ts';
import { filterForm, SCRIPT } from './filter.ts';
import { STYLE } from './style.ts';
import { bodyOf } from './tree.ts';

/**
 * The digest as one HTML page that needs nothing else: its policy allows its own style and script by
 * their hashes and nothing from anywhere. Without script everything can be read; with it the passages
 * can be filtered. The same input gives the same bytes.
 */
export function renderHtml(input: DigestInput): string {
  const arranged = arrange(input);
  // The page has the table of counts among its figures.
  const document = { ...input, options: { ...input.options, withoutTable: true } };
  const body = bodyOf(digestDocument(document, arranged));
  const opening = body.findIndex(node => node.type === 'element' && node.tagName === 'h2');
  const at = opening === -1 ? body.length : opening;
  const drawn = input.options.withoutTable ? [] : figures(arranged.parts, input.texts);
  const hasPassages = arranged.parts.some(part => part.passages.length > 0);
  const content: ElementContent[] = [
    ...body.slice(0, at),
    ...drawn,
    ...(hasPassages ? [filterForm(arranged, input.texts)] : []),
    ...body.slice(at),
  ];
  const script = hasPassages ? [h('script', SCRIPT)] : [];
  const page: Root = {
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: 'en' }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { httpEquiv: 'Content-Security-Policy', content: policy(hasPassages) }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('title', visibleLine(oneLine(input.title)) || 'Digest'),
          h('style', STYLE),
        ]),
        h('body', h('main', content), script),
      ]),
    ],
  };
  return `${toHtml(page)}\n`;
}

function policy(hasScript: boolean): string {
  const hash = (text: string) =>
    `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
  const script = hasScript ? hash(SCRIPT) : "'none'";
  return `default-src 'none'; style-src ${hash(STYLE)}; script-src ${script}; base-uri 'none'; form-action 'none'`;
}
