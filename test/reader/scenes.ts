import { BrokenFile } from '../../src/model/fault.ts';
import { allMatches, wordsPattern } from '../../src/model/matching.ts';
import type { PreviewBody } from '../../src/model/outline.ts';
import { plainChoice, type Recipe } from '../../src/model/recipe.ts';
import { DEFAULTS, type SettingsHere } from '../../src/model/settings.ts';
import { keymapWith } from '../../src/reader/keymap/userKeys.ts';
import type { Size } from '../../src/reader/layout/geometry.ts';
import type { ReaderState } from '../../src/reader/state.ts';
import { CODEBOOK_SCENES } from './codebookScenes.ts';
import { lostOn, previewOf } from './editSamples.ts';
import { HITS_SCENES } from './hitsScenes.ts';
import { importScenes } from './importScenes.ts';
import { MATRIX_SCENES } from './matrixScenes.ts';
import { PASSAGE_SCENES } from './passageSamples.ts';
import { REPAIR_SCENES } from './repairScenes.ts';
import { annotationOn, dialogue, empty, report, tagOn, wordsRange } from './samples.ts';
import { firstState, reading, Session } from './session.ts';
import { suggestionScenes } from './suggestionSamples.ts';
import { libraryTexts, tags } from './taggedTexts.ts';

const unreadable = [
  {
    id: 'old-minutes',
    file: 'old-minutes.txt',
    fault: new BrokenFile(
      'texts/old-minutes.txt: not UTF-8 at byte 812, marginalia import converts it',
      { file: 'texts/old-minutes.txt' },
    ),
  },
];

const PREVIEW: PreviewBody = {
  kind: 'document',
  blocks: [
    { kind: 'title', words: 'Digest of islands' },
    { kind: 'words', words: '3 passages from 2 transcripts, tagged by alex and sam.' },
    ...[
      ['Theme', 'The night ferry', 'Letters', 'All'],
      ['■ Money', '1', '1', '2'],
    ].map(cells => ({
      kind: 'row' as const,
      words: cells.join(' '),
      table: { cells, widths: [7, 15, 7, 3] },
    })),
    { kind: 'part', words: 'Money', theme: { mark: '■', colour: 'orange' } },
    { kind: 'rule', words: 'What it costs, and who pays.' },
    { kind: 'rule', words: '1 passage from 1 transcript, 1 key quotation.' },
    {
      kind: 'key quote',
      words:
        'Against it stand the costs. A crew of four is paid for five hours in which little happens, and the fuel has doubled in two years.',
    },
    { kind: 'source', words: '— The night ferry, ¶ 4 · alex · ★ key quotation' },
    { kind: 'memo', words: '↳ Fuel: since when?' },
    { kind: 'quote', words: 'A letter says: who pays for it?\n\nAnd: when?' },
    { kind: 'source', words: '— Letters, ¶ 1 · sam' },
    { kind: 'part', words: 'Sources' },
    { kind: 'words', words: '• The night ferry' },
  ],
};

const kept = (name: string, fields: Partial<Recipe> = {}): Recipe => ({
  ...plainChoice,
  ...fields,
  name,
});
const RECIPES = [
  kept('money in winter', { themes: ['money'], format: 'html', file: 'out/money.html' }),
  kept('all of it', { format: 'csv' }),
];

/** A screen worth looking at: how to get there from a size. */
export type Scene = (size: Size) => Session;

const tagged = (size: Size, fields: Partial<ReaderState> = {}) =>
  reading({ placed: tags, state: { size, save: { kind: 'saved' }, ...fields } });

const library: Scene = size =>
  new Session(
    firstState({
      size,
      places: { 'night-ferry': 5, letters: 1203 },
      library: { texts: libraryTexts, unreadable, loading: null, cursor: 0 },
    }),
  );

const at = (session: Session, n: number): Session => {
  session.press('g');
  while (session.paragraph < n) session.press('j');
  return session;
};

const digest: Scene = size => {
  const session = tagged(size).press('D', 'j', 'Space');
  const [, request] = session.take('preview').map(one => one.request);
  return session.send({
    kind: 'previewed',
    request: request ?? 0,
    preview: { body: PREVIEW, passages: 3, transcripts: 2, leftOut: { money: 1 } },
  });
};

/** With coders and recipes, which come a moment later. */
const digestDesk: Scene = size =>
  digest(size).send({
    kind: 'recipesRead',
    recipes: RECIPES,
    coders: ['alex', 'sam'],
    problem: null,
  });

const search = (session: Session, query: string): Session => {
  session.press('/').type(query).press('Enter');
  const pattern = wordsPattern(query, { case: 'smart' });
  const hits = pattern ? allMatches(report.text, pattern) : [];
  const request = session.take('find')[0]?.request ?? 0;
  session.send({ kind: 'found', request, hits });
  const texts = [
    { text: report.id, hits: hits.length },
    { text: 'letters', hits: 2 },
  ];
  return session.send({
    kind: 'foundEverywhere',
    request,
    texts: texts.filter(one => one.hits > 0),
  });
};

const several = (size: Size): Session =>
  at(
    reading({
      placed: [
        tagOn(report, 2, { theme: 'safety', key: true }),
        tagOn(report, 2, { theme: 'money', memo: 'twelve people' }),
        tagOn(report, 2, { theme: null, memo: 'Look up the council minutes of the year before.' }),
      ],
      state: { size },
    }),
    2,
  );

const mine: SettingsHere = {
  file: '~/.config/marginalia/settings.json',
  own: { ...DEFAULTS, panel: false, keys: { reading: { nextUntagged: ['Ctrl+N', ']'] } } },
  given: new Set(['panel']),
  over: { colours: { value: 'none', from: 'environment', by: 'NO_COLOR' } },
  problems: [],
};

/** The page of settings of a user with a key of their own, or with settings of another kind. */
const settings = (size: Size, here: SettingsHere = mine): Session => {
  const { keymap } = keymapWith(here.own.keys);
  return at(tagged(size, { settings: here, keymap }), 3).press(',');
};

const conversation: Scene = size =>
  at(
    reading({
      transcript: dialogue,
      placed: [
        tagOn(dialogue, 4, { theme: 'weather' }),
        annotationOn(dialogue, wordsRange(dialogue, 'I would first want that rail back'), {
          theme: 'safety',
          memo: 'He speaks as a father.',
        }),
        tagOn(dialogue, 6, { theme: 'reports-not-made', coder: 'sam' }),
      ],
      state: { size },
    }),
    4,
  );

/** Every screen that the reader has, by name. */
export const SCENES: Readonly<Record<string, Scene>> = {
  library,
  'library, the last row': size => library(size).press('G'),
  'library, sorted': size => library(size).press('s', 's'),
  'library, words typed': size => library(size).press('/').type('ferry sa'),
  'library, words kept': size => library(size).press('/').type('2024').press('Enter'),
  'library, nothing fits': size => library(size).press('/').type('submarine').press('Enter'),
  'empty library': size =>
    new Session(
      firstState({ size, library: { texts: [], unreadable: [], loading: null, cursor: 0 } }),
    ),
  ...importScenes(library),
  'reading, plain': size => at(reading({ state: { size } }), 3),
  'reading, tagged, with memos': size => at(tagged(size), 3),
  'reading, spans': size => at(tagged(size), 6),
  'the rule of a theme': size => at(tagged(size), 3).press('i'),
  'stepping through tags': size => several(size).press('Enter', 'j'),
  selecting: size => at(tagged(size), 6).press('v', ')', ')', 'o', 'w'),
  'selecting over paragraphs': size => at(tagged(size), 3).press('v', 'j', 'j', 'b'),
  'reading, not saved': size =>
    at(tagged(size), 2)
      .press('2')
      .send({ kind: 'notWritten', reason: 'annotations/alex/night-ferry.json: the disk is full' }),
  interview: conversation,
  'empty text': size => reading({ transcript: empty, state: { size } }),
  picker: size => at(tagged(size), 3).press('t').type('sa'),
  'picker, everything': size => at(tagged(size), 3).press('t', 'Down', 'Tab'),
  'memo drawer': size => at(tagged(size), 4).press('m').type(' And who was asked?'),
  'which drawer': size => several(size).press('m', 'j'),
  prompt: size => at(tagged(size), 3).press('/').type('ra'),
  search: size => search(tagged(size), 'rail'),
  'prompt, an expression': size =>
    search(at(tagged(size), 3), 'rail')
      .press('/')
      .type('boat')
      .press('Ctrl+E'),
  'search, no expression': size => {
    const session = at(tagged(size), 3).press('/').type('/(rail/').press('Enter');
    const request = session.take('find')[0]?.request ?? 0;
    return session.send({ kind: 'notSearchable', request, reason: 'missing closing ): (rail' });
  },
  'search without a hit': size => search(at(tagged(size), 4), 'submarine'),
  filter: size => at(tagged(size), 3).press('F', 'j', 'Space', 'j', 'Space', 'Space'),
  'filter, of a conversation': size => conversation(size).press('F', 'G', 'k', 'Space'),
  'filter, closed': size => at(tagged(size), 3).press('F', 'Space', 'j', 'Space', 'Enter'),
  'filter, nothing fits': size =>
    at(tagged(size), 2).press(
      'F',
      'Space',
      'j',
      'Space',
      'j',
      'Space',
      'j',
      'j',
      'j',
      'Space',
      'Enter',
    ),
  'filter, hits of a search': size => search(tagged(size), 'rail').press('F', 'Enter'),
  palette: size => at(tagged(size), 3).press(':'),
  'palette, filtered': size => at(tagged(size), 3).press(':').type('tag').press('Down'),
  'palette, a paragraph': size => at(tagged(size), 3).press(':').type('12'),
  'palette, over the library': size => library(size).press('j', 'j', ':').type('letters'),
  'palette, over the digest': size => digest(size).press(':'),
  contents: size => at(tagged(size), 7).press('o'),
  'contents, filtered': size => conversation(size).press('o').type('deck'),
  ...suggestionScenes(size => at(tagged(size), 2)),
  'edit, tags that cannot follow': size =>
    at(tagged(size), 4).send({
      kind: 'editPlanned',
      plan: previewOf({
        lost: [
          lostOn(4, 'The line is paid for by the county, and has been since the spring.', {
            theme: 'money',
            key: true,
          }),
          lostOn(4, '', { theme: 'weather', coder: 'sam' }),
        ],
      }),
    }),
  'edit, no words are left': size =>
    at(tagged(size), 4).send({
      kind: 'editPlanned',
      plan: previewOf({ emptied: true, lost: [lostOn(4, '', { theme: 'money' })] }),
    }),
  help: size => at(tagged(size), 3).press('?'),
  'help, filtered': size => at(tagged(size), 3).press('?').type('tag').press('Down'),
  digest,
  'digest, a recipe': size => digestDesk(size).press('G', 'Space'),
  'digest, a recipe saved': size =>
    digestDesk(size).press('Space', 'S').type('winter').press('Enter').save(),
  'digest, texts': size => digestDesk(size).press(...'jjjjjjjjjj', 'Space', 'j', 'Space'),
  'digest, preview': size => digest(size).press('Tab', 'j'),
  'digest, typing': size => digest(size).press('g', 'Enter').type('!'),
  'digest, written': size =>
    digest(size).press('W').send({ kind: 'digestWritten', file: 'digest.md' }),
  settings: size => settings(size).press('j', 'j'),
  'settings, the keys': size => settings(size).press(...Array(14).fill('j')),
  'settings, a key is asked for': size => settings(size).press(...Array(9).fill('j'), 'Enter'),
  'settings, a key that is taken': size =>
    settings(size).press(...Array(9).fill('j'), 'Enter', 'm'),
  'settings, a name': size => settings(size).press('Enter').type('Kim'),
  'settings, with faults in the file': size =>
    settings(size, {
      ...mine,
      own: { ...mine.own, keys: { reading: { memo: ['j'] } } },
      problems: [`${mine.file}: map: must be true or false; true is used`],
    }),
  ...CODEBOOK_SCENES,
  ...PASSAGE_SCENES,
  ...REPAIR_SCENES,
  ...MATRIX_SCENES,
  ...HITS_SCENES,
  'too small': () => reading({ state: { size: { columns: 38, rows: 9 } } }),
};
