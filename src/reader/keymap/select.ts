import type { Row } from './binding.ts';

export type SelectCommand =
  | 'select'
  | 'selectAgain'
  | 'sentenceOn'
  | 'sentenceBack'
  | 'wordOn'
  | 'wordBack'
  | 'characterOn'
  | 'characterBack'
  | 'paragraphOn'
  | 'paragraphBack'
  | 'otherEnd'
  | 'turn'
  | 'extend'
  | 'choose'
  | 'close';

/** Selecting a passage, inside a paragraph or over several. */
// biome-ignore format: a table is read by its columns
export const SELECT: readonly Row<SelectCommand>[] = [
  ['select',           'v',                 'read',       'Select', 'select a passage',                 ['v', 'select', 2, 'reading']],
  ['selectAgain',      'V',                 'read',       'Select', 'select the last passage again'],
  ['sentenceOn',       ')',                 'select',     'Select', 'one sentence more',                [') (', 'sentence', 0]],
  ['sentenceBack',     '(',                 'select',     'Select', 'one sentence back'],
  ['wordOn',           'w',                 'select',     'Select', 'one word more',                    ['w b', 'word', 1]],
  ['wordBack',         'b',                 'select',     'Select', 'one word back'],
  ['characterOn',      'l Right',           'select',     'Select', 'one character more',               ['h l', 'character', 2]],
  ['characterBack',    'h Left',            'select',     'Select', 'one character back'],
  ['paragraphOn',      'j Down',            'select',     'Select', 'one paragraph more',               ['j k', 'paragraph', 3]],
  ['paragraphBack',    'k Up',              'select',     'Select', 'one paragraph back'],
  ['otherEnd',         'o',                 'select',     'Select', 'move the other end',               ['o', 'other end', 4]],
  ['turn',             'p',                 'select',     'Select', 'all that the speaker says here',   ['p', 'speaker turn', 8]],
  ['extend',           '+',                 'select',     'Select', 'your tags that it touches, and it: one passage', ['+', 'extend', 9]],
  ['choose',           'Enter',             'select',     'Select', 'keep the new bounds; else any theme'],
  ['close',            'Esc v',             'select',     'Select', 'stop selecting',                   ['Esc', 'cancel', 99]],
];
