import type { Codebook } from '../model/codebook.ts';
import type { AnnotationRecord } from '../model/record.ts';
import { visibleLine } from '../model/visible.ts';
import type { EditPlan, Paragraphed } from '../project/editText.ts';
import { recordOf } from '../project/placed.ts';
import { resolver } from '../project/project.ts';
import type { Lost } from '../project/rewrite.ts';
import { shape } from './annotations.ts';
import type { Session } from './session.ts';
import { type Column, tableLines } from './table.ts';
import { counted, shortIds, themeWords } from './words.ts';

type Planned = Extract<EditPlan, { kind: 'edit' }>;

interface Shown {
  plan: Planned;
  isWritten: boolean;
  codebook: Codebook;
}

/** The `--json` shape; without a plan: nothing would change. Each lost tag as `annotations` shows it, with both words. */
export function editShape({ text, first, last }: Paragraphed, shown: Shown | null) {
  const { plan, isWritten = false } = shown ?? {};
  const lost = shown?.plan.lost.map(one => ({
    ...lostShape(shown, one),
    was: one.was,
    is: one.is,
  }));
  return {
    text,
    first,
    last,
    written: isWritten,
    sha256: plan ? { before: plan.rewrite.sha256Before, after: plan.rewrite.sha256After } : null,
    followed: plan?.followed ?? 0,
    changed: plan?.changed ?? 0,
    lost: lost ?? [],
  };
}

function lostShape({ plan, codebook }: Shown, { annotation, anchor }: Lost): AnnotationRecord {
  return shape(recordOf(plan.after, { annotation, anchor }, resolver(codebook)));
}

const COLUMNS: readonly Column[] = [
  { heading: 'ID' },
  { heading: 'THEME', shrinksTo: 12 },
  { heading: 'CODER', shrinksTo: 6 },
  { heading: 'BECOMES' },
  { heading: 'WAS', shrinksTo: 16 },
  { heading: 'IS', shrinksTo: 16 },
];
/** Of words more is never seen, so more is not measured; UTF-16 units. */
const LONGEST = 400;

/** How many tags follow, and those that cannot, each with its old words and what stands there now. */
export async function editLines(
  session: Session,
  { followed, changed, lost }: Planned,
  { themes }: Codebook,
): Promise<string[]> {
  const words = changed > 0 ? `, ${changed} of them with other words` : '';
  const head = `${counted(followed, 'tag')} ${followed === 1 ? 'follows' : 'follow'}${words}`;
  if (lost.length === 0) return [head];
  const ids = shortIds(lost.map(({ annotation }) => annotation));
  const rows = lost.map(({ annotation, anchor, was, is }, i) => ({
    above: [],
    cells: [
      ids[i] ?? '',
      themeWords(themes, annotation.theme),
      visibleLine(annotation.coder),
      `? ${anchor.kind}`,
      oneLine(was),
      is === '' ? '(nothing)' : oneLine(is),
    ],
    below: [],
  }));
  return [
    head,
    `${counted(lost.length, 'tag')} cannot follow:`,
    ...(await tableLines(COLUMNS, rows, session)),
  ];
}

const oneLine = (words: string) => visibleLine(words.slice(0, LONGEST).replace(/\s+/g, ' ').trim());
