import type { Element } from 'hast';
import { h } from 'hastscript';
import { visibleLine } from '../../model/visible.ts';
import type { Arranged } from '../arrange.ts';
import { codersOf } from '../figures.ts';
import type { DigestText } from '../input.ts';
import { oneLine } from '../nodes.ts';
import { titleOf } from '../sources.ts';
import { marked } from './marked.ts';

/** The form above the passages; hidden until the page's script shows it, for without it it does nothing. */
export function filterForm({ parts, notes }: Arranged, texts: readonly DigestText[]): Element {
  const passages = [
    ...parts.flatMap(part => part.passages),
    ...notes.flatMap(note => (note.passage ? [note.passage] : [])),
  ];
  const coders = codersOf(passages).map(coder => ({ value: coder, name: visibleLine(coder) }));
  const sources = texts.map(source => ({ value: source.id, name: visibleLine(titleOf(source)) }));
  return h('form#filter', { hidden: true, role: 'search', ariaLabel: 'Filter the passages' }, [
    h('fieldset', [
      h('legend', 'Themes'),
      ...parts.map(({ theme }) =>
        h('label', [
          h('input', { type: 'checkbox', name: 'theme', value: theme.id, checked: true }),
          marked(theme),
          `\u00A0${visibleLine(oneLine(theme.name)) || theme.id}`,
        ]),
      ),
    ]),
    select('Transcript', 'text', sources),
    select('Coder', 'coder', coders),
    h('label', ['Words ', h('input', { type: 'search', name: 'words', autocomplete: 'off' })]),
    h('label', [h('input', { type: 'checkbox', name: 'key' }), ' ★ key quotations only']),
    h('output#shown', { ariaLive: 'polite' }),
  ]);
}

const select = (
  label: string,
  name: string,
  choices: readonly { value: string; name: string }[],
): Element =>
  h('label', [
    `${label} `,
    h('select', { name }, [
      h('option', { value: '' }, 'all'),
      ...choices.map(choice => h('option', { value: choice.value }, choice.name)),
    ]),
  ]);

/** The page's script: it reads attributes and hides elements, nothing else. */
export const SCRIPT = `
(() => {
  'use strict';
  const form = document.getElementById('filter');
  const shown = document.getElementById('shown');
  const passages = [...document.querySelectorAll('article.passage')];
  const words = new Map(passages.map(one => [one, fold(one.textContent)]));
  const parts = [...document.querySelectorAll('main>h2,main>h3')].map(heading => {
    const own = [heading], quoted = [];
    for (let next = heading.nextElementSibling; next && !/^H[123]$/.test(next.tagName); next = next.nextElementSibling)
      (next.matches('article.passage') ? quoted : own).push(next);
    return { own, quoted };
  }).filter(part => part.quoted.length > 0);
  function fold(text) { return text.normalize('NFC').toLowerCase().replace(/\\s+/gu, ' '); }
  function fits(one, data) {
    const themes = one.dataset.themes.split(' ').filter(Boolean);
    const chosen = data.getAll('theme');
    if (themes.length > 0 && !themes.some(theme => chosen.includes(theme))) return false;
    if (data.get('text') && one.dataset.text !== data.get('text')) return false;
    if (data.get('coder') && !JSON.parse(one.dataset.coders).includes(data.get('coder'))) return false;
    if (data.get('key') && !('key' in one.dataset)) return false;
    return words.get(one).includes(fold(data.get('words') || '').trim());
  }
  function update() {
    const data = new FormData(form);
    let count = 0;
    for (const one of passages) {
      one.hidden = !fits(one, data);
      if (!one.hidden) count++;
    }
    for (const { own, quoted } of parts) {
      const isEmpty = quoted.every(one => one.hidden);
      for (const one of own) one.hidden = isEmpty;
    }
    shown.textContent = count + ' of ' + passages.length + ' passages';
  }
  form.hidden = false;
  form.addEventListener('input', update);
  form.addEventListener('submit', event => event.preventDefault());
  update();
})();
`;
