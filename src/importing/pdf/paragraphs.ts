import { type Before, beginsParagraph, bulletLength, isRow } from './breaks.ts';
import type { Stretch } from './columns.ts';
import { footnotesIn } from './footnotes.ts';
import { type Habits, startOf } from './habits.ts';
import type { Joiner } from './hyphens.ts';
import type { Line } from './lines.ts';

/** A paragraph with what tells whether it is a heading. */
export interface Paragraph {
  kind: 'paragraph' | 'item' | 'note' | 'table';
  text: string;
  /** The page it begins on, from 0. */
  page: number;
  size: number;
  /** The fonts of its lines. */
  fonts: ReadonlySet<string>;
  lines: number;
  /** The share of the column that its last line fills. */
  fill: number;
  /** Why it is no part of the text, though it stands on its pages; `null` for the text. */
  drop: string | null;
}

/** Words of a page that are no part of the text. */
export interface Aside {
  text: string;
  drop: string;
}

/** A page in the order in which it is read, with what stands over and under its text. */
export interface OrderedPage {
  index: number;
  stretches: readonly Stretch[];
  above: readonly Aside[];
  below: readonly Aside[];
}

/**
 * Joins the lines of a text to paragraphs, over the ends of columns and pages; notes follow them, and so
 * does what is no part of the text.
 */
export function paragraphsOf(
  pages: readonly OrderedPage[],
  habits: Habits,
  joiner: Joiner,
): Paragraph[] {
  const build = new Builder(habits, joiner);
  for (const { index, stretches, above, below } of pages) {
    for (const aside of above) build.addAside(aside, index);
    for (const stretch of stretches) {
      const { body, notes } = footnotesIn(stretch, habits);
      for (const line of body) build.add(line, stretch, index);
      for (const note of notes) build.addNote(note, index);
    }
    for (const aside of below) build.addAside(aside, index);
  }
  return build.end();
}

class Builder {
  private readonly habits: Habits;
  private readonly joiner: Joiner;
  private readonly done: Paragraph[] = [];
  /** Notes and what is no text: they wait for the end of the paragraph that goes on. */
  private beside: Paragraph[] = [];
  private open: { paragraph: Paragraph; fonts: Set<string>; before: Before } | null = null;

  constructor(habits: Habits, joiner: Joiner) {
    this.habits = habits;
    this.joiner = joiner;
  }

  add(line: Line, stretch: Stretch, page: number): void {
    const { open } = this;
    if (open === null || beginsParagraph(open.before, line, stretch, this.habits)) {
      this.close();
      this.begin(line, stretch, page);
    } else {
      const { text } = open.paragraph;
      open.paragraph.text = isRow(line)
        ? `${text}\n${line.text}`
        : this.joiner.join(text, line.text);
      open.paragraph.lines++;
      open.paragraph.fill = fillOf(line, stretch);
      open.fonts.add(line.font);
      open.before = { ...open.before, line, text: open.paragraph.text, stretch };
    }
  }

  addNote(lines: readonly Line[], page: number): void {
    const text = lines.reduce((words, line) => this.joiner.join(words, line.text), '');
    const size = lines[0]?.size ?? 0;
    this.beside.push({ ...besideText, kind: 'note', text, page, size, lines: lines.length });
  }

  addAside({ text, drop }: Aside, page: number): void {
    this.beside.push({ ...besideText, text, page, drop });
  }

  end(): Paragraph[] {
    this.close();
    return this.done;
  }

  private begin(line: Line, stretch: Stretch, page: number): void {
    const mark = bulletLength(line.text);
    const fonts = new Set([line.font]);
    const paragraph: Paragraph = {
      kind: isRow(line) ? 'table' : mark > 0 ? 'item' : 'paragraph',
      text: line.text.slice(mark),
      page,
      size: line.size,
      fonts,
      lines: 1,
      fill: fillOf(line, stretch),
      drop: null,
    };
    const before = { line, start: startOf(line), opening: line.text, text: line.text, stretch };
    this.open = { paragraph, fonts, before };
  }

  /** Notes stand after the paragraph that was going on when their page ended. */
  private close(): void {
    if (this.open !== null && this.open.paragraph.text !== '') this.done.push(this.open.paragraph);
    this.open = null;
    this.done.push(...this.beside);
    this.beside = [];
  }
}

const besideText: Omit<Paragraph, 'text' | 'page'> = {
  kind: 'paragraph',
  size: 0,
  fonts: new Set(),
  lines: 1,
  fill: 1,
  drop: null,
};

const fillOf = (line: Line, { left, right }: Stretch) =>
  (line.right - line.x) / Math.max(1, right - left);
