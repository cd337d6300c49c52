import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTranscript } from '../../../src/model/transcript.ts';
import { cells } from '../../../src/reader/layout/width.ts';
import { layoutOf } from '../../../src/reader/select.ts';
import type { ReaderState } from '../../../src/reader/state.ts';
import { screenOf } from '../../../src/reader/views/screen.ts';
import { describeCorpus } from '../../support/corpora.ts';
import type { Grid } from '../../support/grid.ts';
import { renderScreen } from '../../support/renderScreen.tsx';
import { appOn, noColour } from '../appOn.tsx';
import { tagOn } from '../samples.ts';
import { screenFaults } from '../screenFaults.ts';
import { reading, type Session } from '../session.ts';

const WIDTHS = [40, 60, 80, 120, 160];
const ROWS = 36;

/** What has moved on a screen: the rail, the map, or the gutter with its number. */
function moved(grid: Grid, columns: number): string[] {
  const faults: string[] = [];
  for (let row = 2; row < ROWS - 3; row++) {
    const cells = grid.cells(row);
    const rail = cells[columns - 2]?.text ?? '';
    if (!/^[│┃]$/.test(rail)) faults.push(`row ${row}: ${rail || 'nothing'} where the rail is`);
    const text = cells.findLast((cell, column) => column < columns - 2 && /\S/.test(cell.text));
    if (text && cells.length !== columns) faults.push(`row ${row}: ${cells.length} cells`);
    const gutter = cells.slice(0, columns >= 60 ? 13 : 3).map(cell => cell.text);
    if (!/^[▌ ][ ●+]*\d* *$/.test(gutter.join(''))) faults.push(`row ${row}: ${gutter.join('')}|`);
  }
  return faults;
}

/** Scripts on whose widths terminals agree; of the others each terminal has its own opinion. */
const AGREED = /_(?:amh|arb|cmn_hans|eng|jpn|kor|lao|pes_1|tha|vie)\.txt$/;

/** Three pages at a width: each line is as wide as it is said to be, and as a terminal draws it. */
async function expectWhole(session: Session, columns: number, isAgreed: boolean): Promise<void> {
  session.send({ kind: 'resized', size: { columns, rows: ROWS } });
  for (let page = 0; page < 3; page++) {
    expect(screenFaults(session.state)).toEqual([]);
    expect(railFaults(session.state)).toEqual([]);
    if (isAgreed) {
      using screen = await renderScreen(appOn(session.state, noColour).tree, session.state.size);
      expect(moved(await screen.grid(), columns)).toEqual([]);
    }
    session.press('Space');
  }
}

/** Rows in which the rail does not begin two cells from the edge, by the widths that are counted. */
function railFaults(state: ReaderState): number[] {
  const { columns } = state.size;
  return screenOf(state)
    .lines.slice(2, ROWS - 3)
    .flatMap((line, row) => {
      const before = line.slice(
        0,
        line.findLastIndex(({ text }) => /^[│┃]$/.test(text)),
      );
      const width = before.reduce((sum, { text }) => sum + cells(text), 0);
      return width === columns - 2 ? [] : [row + 2];
    });
}

describeCorpus('corpora/unicode', 26, folder => {
  const files = readdirSync(folder).filter(name => /^(?:udhr|wikisource)_.*\.txt$/.test(name));
  test.each(files)('%s: gutter, text and rail keep their columns', async name => {
    const transcript = readTranscript(name, readFileSync(join(folder, name), 'utf8'));
    const line = transcript.text.slice(200, 400).trim();
    const { count } = transcript.paragraphs;
    const placed = [1, 2, 3, 5, 8]
      .filter(n => n <= count)
      .map(n => tagOn(transcript, n, { memo: line }));
    const session = reading({ transcript, placed });
    for (const columns of WIDTHS) await expectWhole(session.press('g'), columns, AGREED.test(name));
    const isTurned = /_(?:arb|pes_1)\.txt$/.test(name);
    expect(layoutOf(session.state, session.reading).geometry.notes === null).toBe(isTurned);
  });
});
