import fc from 'fast-check';
import TextInput from 'ink-text-input';
import { type ReactElement, useSyncExternalStore } from 'react';
import { describe, expect, test } from 'vitest';
import { cleaned, type FieldLink, TextField, withoutLast } from '../../src/reader/TextField.tsx';
import { renderScreen } from '../support/renderScreen.tsx';

/** Where a field keeps its words, outside React as the reader does. */
class Words {
  submitted: string[] = [];
  value: string;
  readonly link: FieldLink = { ready: false, taken: false };
  private listener: () => void = () => undefined;

  constructor(value: string) {
    this.value = value;
  }

  get = (): string => this.value;
  set = (value: string): void => {
    this.value = value;
    this.listener();
  };
  submit = (value: string): void => {
    this.submitted.push(value);
  };
  subscribe = (listener: () => void): (() => void) => {
    this.listener = listener;
    return () => undefined;
  };
}

function Guarded({ words }: { words: Words }): ReactElement {
  const value = useSyncExternalStore(words.subscribe, words.get);
  return (
    <TextField
      value={value}
      placeholder=""
      current={words.get}
      onChange={words.set}
      onSubmit={words.submit}
      link={words.link}
    />
  );
}

/** The library alone: what its defects are, so that the guard is not kept longer than it is needed. */
function Bare({ words }: { words: Words }): ReactElement {
  const value = useSyncExternalStore(words.subscribe, words.get);
  return <TextInput value={value} onChange={words.set} onSubmit={words.submit} />;
}

type Screen = Awaited<ReturnType<typeof renderScreen>>;
type Acts = (screen: Screen) => Promise<void>;

async function outcome(
  acts: Acts,
  start = '',
  field: (words: Words) => ReactElement = words => <Guarded words={words} />,
): Promise<{ value: string; submitted: string[]; shown: string }> {
  const words = new Words(start);
  using screen = await renderScreen(field(words));
  await acts(screen);
  return { value: words.value, submitted: words.submitted, shown: screen.text().trimEnd() };
}

const bare = (acts: Acts, start = '') => outcome(acts, start, words => <Bare words={words} />);

describe('the five defects of the library alone, and the guard against each', () => {
  test.each(['Ctrl+D', 'Ctrl+K', 'Alt+b'])('%s types no letter', async chord => {
    const acts: Acts = screen => screen.press('a', chord, 'z');
    expect((await bare(acts)).value).toMatch(/^a[dkb]z$/);
    expect(await outcome(acts)).toMatchObject({ value: 'az', shown: 'az' });
  });

  test('a pasted line end becomes a space', async () => {
    const acts: Acts = screen => screen.paste('two\r\nlines\tof');
    expect((await bare(acts)).value).not.toBe('two lines of');
    expect(await outcome(acts)).toMatchObject({ value: 'two lines of', submitted: [] });
  });

  test('Backspace takes an emoji whole', async () => {
    const acts: Acts = screen => screen.press('Backspace');
    expect((await bare(acts, 'a😀')).value).toBe('a\ud83d');
    expect((await outcome(acts, 'a😀')).value).toBe('a');
    expect((await outcome(acts, 'a👩‍💻')).value).toBe('a');
    expect((await outcome(acts, 'ae\u0301')).value).toBe('a');
  });

  test('what arrives in one tick is kept', async () => {
    const acts: Acts = screen => screen.burst('あ', 'い', 'う');
    expect((await bare(acts)).value).not.toBe('あいう');
    expect(await outcome(acts)).toMatchObject({ value: 'あいう', shown: 'あいう' });
  });

  test('words and Enter in one chunk submit', async () => {
    const acts: Acts = screen => screen.burst('text\r');
    expect((await bare(acts)).submitted).toEqual([]);
    expect((await outcome(acts, 'my ')).submitted).toEqual(['my text']);
  });
});

describe('editing', () => {
  test('Ctrl+U takes everything, Ctrl+W and Alt+Backspace the last word', async () => {
    expect((await outcome(screen => screen.press('Ctrl+U'), 'some words')).value).toBe('');
    expect((await outcome(screen => screen.press('Ctrl+W'), 'some words ')).value).toBe('some');
    const altBackspace: Acts = screen => screen.burst('\u001b\u007f');
    expect((await outcome(altBackspace, 'some words')).value).toBe('some');
  });

  test('Enter submits what stands there, once', async () => {
    const { submitted } = await outcome(screen => screen.press('a', 'b', 'Enter'));
    expect(submitted).toEqual(['ab']);
  });

  test('bursts with Backspace and Enter are taken in order', async () => {
    const { value, submitted } = await outcome(screen =>
      screen.burst('a', 'b', '\u007f', 'c', '\r'),
    );
    expect(value).toBe('ac');
    expect(submitted).toEqual(['ac']);
  });

  test('an input method that corrects itself in one tick', async () => {
    const acts: Acts = screen => screen.burst('ka', '\u007f', '\u007f', 'か', '\u007f', '漢字');
    expect((await outcome(acts, '')).value).toBe('漢字');
  });

  test('a character may be put in anywhere', async () => {
    const acts: Acts = screen => screen.press('Left', 'Left', 'x');
    expect((await outcome(acts, 'abcd')).value).toBe('abxcd');
  });

  test('inside the words an emoji is never halved', async () => {
    const left = (times: number, ...keys: string[]): Acts => {
      return screen => screen.press(...Array.from({ length: times }, () => 'Left'), ...keys);
    };
    expect((await outcome(left(1, 'Backspace'), 'a😀b')).value).toBe('ab');
    expect((await outcome(left(2, 'Backspace'), 'a😀b')).value).toBe('ab');
    expect((await outcome(left(2, 'x'), 'a😀b')).value).toBe('a😀xb');
  });

  test('arrows, Tab and control characters type nothing', async () => {
    const acts: Acts = async screen => {
      await screen.press('Up', 'Down', 'Tab', 'Home', 'End', 'PageUp', 'Esc');
      await screen.burst('\u0000', '\u001f');
    };
    expect(await outcome(acts, 'ab')).toMatchObject({ value: 'ab', submitted: [] });
  });

  test('a megabyte is pasted in one go', async () => {
    const text = 'a line of words\n'.repeat(65_536);
    const changes: string[] = [];
    const words = new Words('begin ');
    const set = words.set;
    words.set = value => {
      changes.push(value);
      set(value);
    };
    using screen = await renderScreen(<Guarded words={words} />);
    await screen.paste(text);
    expect(changes).toHaveLength(1);
    expect(words.value).toBe(`begin ${text.replaceAll('\n', ' ')}`);
    expect(words.submitted).toEqual([]);
  });
});

describe('any keys in any grouping', () => {
  const letters = fc.constantFrom('a', 'é', ' ', '漢', '👩‍💻', '🇬🇧', 'x');
  const chunks = fc.oneof(
    { weight: 6, arbitrary: letters },
    { weight: 2, arbitrary: fc.constant('\u007f') },
    { weight: 1, arbitrary: fc.constantFrom('\u0015', '\u0017', '\u0004') },
  );
  const bursts = fc.array(fc.array(chunks, { minLength: 1, maxLength: 5 }), { maxLength: 6 });

  test('give the words that were typed', async () => {
    await fc.assert(
      fc.asyncProperty(bursts, async list => {
        const { value } = await outcome(async screen => {
          for (const burst of list) await screen.burst(...burst);
        });
        expect(value).toBe(list.flat().reduce(typed, ''));
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });

  test('leave no half a character behind, wherever the caret is', async () => {
    const keys = fc.array(fc.constantFrom('Left', 'Right', 'Backspace', 'x', '😀', '漢'), {
      maxLength: 12,
    });
    await fc.assert(
      fc.asyncProperty(keys, async list => {
        const { value } = await outcome(screen => screen.press(...list), 'a😀b👩‍💻');
        expect(value.isWellFormed()).toBe(true);
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });
});

/** What a key does to words whose caret is at their end. */
function typed(words: string, chunk: string): string {
  if (chunk === '\u007f') return withoutLast(words);
  if (chunk === '\u0015') return '';
  if (chunk === '\u0017') return words.replace(/\s*\S+\s*$/u, '');
  return chunk === '\u0004' ? words : words + chunk;
}

describe('words without what must not get in', () => {
  test.each([
    ['one\ntwo', 'one two'],
    ['one\r\n\r\ntwo', 'one two'],
    ['a\tb', 'a b'],
    ['\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['bell\u0007 c1\u009b', 'bell c1'],
    ['plain é 漢', 'plain é 漢'],
  ])('%j is %j', (text, clean) => {
    expect(cleaned(text)).toBe(clean);
  });

  test('withoutLast takes one cluster', () => {
    expect(withoutLast('')).toBe('');
    expect(withoutLast('a👨‍👩‍👧‍👦')).toBe('a');
    expect(withoutLast('e\u0301')).toBe('');
  });
});
