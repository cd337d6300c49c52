import type { Theme } from '../model/codebook.ts';
import type { AnnotationRecord } from '../model/record.ts';
import { visible, visibleLine } from '../model/visible.ts';
import { type ShownParagraph, type ShownText, showText } from '../project/showText.ts';
import { pad, prepareCells, wrap } from './cells.ts';
import type { Session } from './session.ts';
import { counted, themeWords } from './words.ts';

/** Narrower than this no paragraph is wrapped, however narrow the terminal: cells. */
const NARROWEST = 10;

/** `show TEXT [RANGE]`: numbered paragraphs with their tags. */
export async function show(session: Session, text: string, range?: string): Promise<number> {
  const project = await session.project();
  const shown = await showText(project, { text, range, coder: await session.coderFilter() });
  const { id, title, speaker, date, source, paragraphs } = shown.transcript;
  if (session.options.json) {
    const list = Array.from(shown.paragraphs, shape);
    await session.printJson({ id, title, speaker, date, source, paragraphs: list });
  } else {
    await prepareCells(textsIn(shown));
    await session.print(lines(session, shown));
    if (paragraphs.count === 0) await session.say(`${id}: the text is empty`);
    const lost = shown.records.filter(isLost).length;
    if (lost > 0) await session.say(lostWords(id, lost));
  }
  await session.complain(shown.faults);
  return session.status;
}

function shape({ n, kind, speaker, time, start, end, text, themes }: ShownParagraph) {
  return { n, kind, speaker, time, start, end, text, themes };
}

const isLost = ({ anchor: { kind } }: AnnotationRecord) =>
  kind === 'ambiguous' || kind === 'orphaned';

const lostWords = (id: string, count: number) =>
  `${counted(count, 'annotation')} without a certain place: "marginalia annotations ${id}" lists them`;

/** Everything that is going to be measured, but for what this program adds. */
function* textsIn({ transcript, themes, records }: ShownText): Generator<string> {
  const { title, speaker, date, text } = transcript;
  yield* [title, speaker ?? '', date ?? '', text];
  for (const { mark, name } of themes) yield mark + name;
  for (const { memo, coder } of records) yield `${memo} ${coder}`;
}

function* lines(session: Session, shown: ShownText): Generator<string> {
  const { title, speaker, date, paragraphs } = shown.transcript;
  yield* wrap(visibleLine(title), session.width).map(line => session.bold(line));
  const facts = [speaker ?? '', date ?? '', counted(paragraphs.count, 'paragraph')];
  const about = facts.filter(word => word !== '').join(' · ');
  yield* wrap(visibleLine(about), session.width).map(line => session.dim(line));
  const onAll = shown.records.filter(({ quote }) => quote === null);
  yield* onAll.flatMap(memo => memoLines(memo, session.width)).map(line => session.dim(line));
  const gutter = String(paragraphs.count).length + 2;
  for (const paragraph of shown.paragraphs) {
    yield '';
    yield* paragraphLines(session, paragraph, shown.themes, gutter);
  }
}

function* paragraphLines(
  session: Session,
  paragraph: ShownParagraph,
  themes: readonly Theme[],
  gutter: number,
): Generator<string> {
  const width = Math.max(session.width - gutter, NARROWEST);
  const body = wrap(visible(paragraph.text), width);
  for (const [i, line] of body.entries()) {
    const number = pad(i === 0 ? String(paragraph.n) : '', gutter - 2, true);
    const words = paragraph.kind === 'heading' ? session.bold(line) : line;
    yield `${session.dim(number)}  ${words}`.trimEnd();
  }
  const margin = ' '.repeat(gutter);
  for (const line of tagLines(paragraph, themes, width)) yield margin + session.dim(line);
}

/** The themes in one paragraph of words, then each memo by itself. */
function tagLines({ n, tags }: ShownParagraph, themes: readonly Theme[], width: number): string[] {
  const themed = tags.filter(tag => tag.theme !== null);
  const names = new Set(themed.map(tag => tagWords(tag, themes, n)));
  const memos = tags.filter(tag => tag.memo !== null && tag.paragraphs[0] === n);
  return [
    ...(names.size > 0 ? wrap([...names].join(' · '), width) : []),
    ...memos.flatMap(tag => memoLines(tag, width)),
  ];
}

/** Mark and name; `★` for a key quotation, on its first paragraph; `?` where the place is not certain. */
function tagWords(tag: AnnotationRecord, themes: readonly Theme[], n: number): string {
  const star = tag.key && tag.paragraphs[0] === n ? ' ★' : '';
  const doubt = tag.anchor.kind === 'similar' ? ' ?' : '';
  return `${themeWords(themes, tag.theme)}${star}${doubt}`;
}

const memoLines = ({ memo, coder }: AnnotationRecord, width: number): string[] =>
  memo === null ? [] : wrap(`↳ ${visible(memo)} (${visibleLine(coder)})`, width);
