import { describe, expect, test } from 'vitest';
import { type Choice, choose } from '../../src/importing/choice.ts';
import { block } from '../../src/importing/imported.ts';

const BLOCKS = [
  block('Menu', { drop: 'navigation' }),
  block('The introduction', { drop: 'before the speech begins' }),
  block('Good morning everybody.'),
  block('Advertisement', { drop: 'advertisement' }),
  block('The end, says the “Minister”.'),
  block('Related', { drop: 'list of related texts' }),
];

function keptNumbers(choice: Choice): number[] | string {
  const chosen = choose(BLOCKS, choice);
  if (chosen.kind === 'refused') return chosen.reason;
  return chosen.blocks.flatMap(({ drop }, index) => (drop === null ? [index + 1] : []));
}

describe('the ends of a text', () => {
  test.each<[Choice, number[]]>([
    [{}, [3, 5]],
    [{ keepAll: true }, [1, 2, 3, 4, 5, 6]],
    [{ from: '2' }, [2, 3, 5]],
    [{ from: '1' }, [1, 2, 3, 5]],
    [{ from: 'introduction' }, [2, 3, 5]],
    [{ from: 'Good  morning' }, [3, 5]],
    [{ from: 'the' }, [5]],
    [{ from: '4' }, [4, 5]],
    [{ to: '6' }, [3, 5, 6]],
    [{ to: 'says the "Minister"' }, [3, 5]],
    [{ to: '3' }, [3]],
    [{ from: '2', to: '3' }, [2, 3]],
  ])('%j keeps %j', (choice, numbers) => expect(keptNumbers(choice)).toEqual(numbers));

  test.each<[Choice, RegExp]>([
    [{ from: '7' }, /--from 7: it has no such paragraph; --dry-run lists them/],
    [{ from: '0' }, /--from 0/],
    [{ to: 'nowhere' }, /--to "nowhere": no paragraph has these words/],
    [{ from: '' }, /--from ""/],
    [{ from: '5', to: '3' }, /--to 3 comes before --from 5/],
  ])('%j is refused', (choice, reason) => expect(keptNumbers(choice)).toMatch(reason));
});

test('a text of which nothing would be left is refused', () => {
  expect(choose(BLOCKS.slice(0, 2), {})).toEqual({
    kind: 'refused',
    reason: expect.stringContaining('--keep-all'),
  });
});
