import { tidyLine } from '../tidy.ts';

/** The words of one block while they are collected: white space collapsed as a browser does it. */
export class Draft {
  private words = '';
  private bold = '';
  private leadsBold = true;

  /** Adds words of the source; `bold` tells whether they are set in bold. */
  add(source: string, bold: boolean): void {
    const joined = source.replace(/[ \t\n\r\f]+/g, ' ');
    const atEdge = this.words === '' || /[ \n]$/.test(this.words);
    this.put(atEdge ? joined.replace(/^ /, '') : joined, bold);
  }

  /** Adds words in which line ends and runs of spaces mean something. */
  addKept(source: string, bold: boolean): void {
    this.put(source, bold);
  }

  /** A line break that the source means. */
  break(): void {
    if (this.words !== '') this.put('\n', true);
  }

  get isEmpty(): boolean {
    return this.words.trim() === '';
  }

  /** Takes out what was collected: the words, and those of them in bold that they begin with. */
  take(): { text: string; bold: string } {
    const taken = { text: tidy(this.words), bold: tidy(this.bold) };
    this.words = '';
    this.bold = '';
    this.leadsBold = true;
    return taken;
  }

  private put(words: string, bold: boolean): void {
    if (words.trim() !== '' && !bold) this.leadsBold = false;
    this.words += words;
    if (this.leadsBold) this.bold += words;
  }
}

const tidy = (words: string): string => words.split('\n').map(tidyLine).join('\n').trim();
