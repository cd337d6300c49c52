import { expect, describe as group, it } from 'vitest';
import { anchor } from '../../src/anchoring/anchor.ts';
import { anchorSubject } from '../../src/anchoring/subject.ts';
import { cases } from './cases.ts';
import { similarCases } from './similarCases.ts';

const bare = { prefix: '', suffix: '', start: 0, end: 0 };

group('anchor', () => {
  it.each([...cases, ...similarCases])(
    '$name',
    ({ text, selector, unchanged = false, outcome }) => {
      expect(anchor(anchorSubject(text), { ...bare, ...selector }, { unchanged })).toEqual(outcome);
    },
  );

  it('lists no more than a thousand places', () => {
    const found = anchor(
      anchorSubject('no '.repeat(5_000)),
      { ...bare, exact: 'no', prefix: 'never once, ' },
      { unchanged: false },
    );
    expect(found.kind === 'ambiguous' && found.candidates.length).toBe(1_000);
  });

  it('finds a common word by one side of its context, however often the word occurs', () => {
    const noise = 'no '.repeat(5_000);
    const side = 'The bishop rose, looked at him, and said ';
    const found = anchor(
      anchorSubject(`${noise}${side}no and ${noise}`),
      {
        ...bare,
        exact: 'no',
        prefix: side,
        suffix: ' with a smile that nobody forgot.',
        start: 60,
      },
      { unchanged: false },
    );
    const start = noise.length + side.length;
    expect(found).toEqual({ kind: 'shifted', start, end: start + 2 });
  });
});
