import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import fc from 'fast-check';
import { rolldown } from 'rolldown';
import { beforeAll, expect, test } from 'vitest';
import { keptRows, keptWords } from '../../.rolldown/inkRows.ts';
import { REPOSITORY } from '../support/project.ts';

interface Clip {
  x1?: number;
  x2?: number;
  y1?: number;
  y2?: number;
}

interface Output {
  write(x: number, y: number, text: string, options: { transformers: unknown[] }): void;
  clip(clip: Clip): void;
  unclip(): void;
  get(): { output: string; height: number };
}

type OutputClass = new (size: { width: number; height: number }) => Output;
interface TextNode {
  nodeName: string;
  nodeValue?: string;
  childNodes: TextNode[];
}
type Squash = (node: TextNode) => string;

/** A module of Ink's, as it is or with our plugins, in a file of its own. */
async function built<T>(name: string, plugins: (typeof keptRows)[]): Promise<T> {
  const input = join(REPOSITORY, 'node_modules/ink/build', name);
  const bundle = await rolldown({ input, platform: 'node', plugins });
  const file = join(mkdtempSync(join(tmpdir(), 'marginalia-ink-')), 'module.mjs');
  await bundle.write({ file, format: 'esm' });
  await bundle.close();
  return ((await import(pathToFileURL(file).href)) as { default: T }).default;
}

let [inks, ours]: OutputClass[] = [];
let [inksWords, ourWords]: Squash[] = [];
beforeAll(async () => {
  [inks, ours] = await Promise.all([
    built<OutputClass>('output.js', []),
    built<OutputClass>('output.js', [keptRows]),
  ]);
  [inksWords, ourWords] = await Promise.all([
    built<Squash>('squash-text-nodes.js', []),
    built<Squash>('squash-text-nodes.js', [keptWords]),
  ]);
});

const size = { width: 12, height: 4 };
const styled = fc
  .tuple(
    fc.constantFrom('1', '2', '7', '31', '38;5;200', '48;2;1;2;3', '4'),
    fc.constantFrom('22', '27', '39', '49', '24', '0'),
    fc.string({ maxLength: 4 }),
  )
  .map(([on, off, words]) => `\u001b[${on}m${words}\u001b[${off}m`);
const piece = fc.oneof(
  fc.constantFrom('a', 'bc ', '字', '👩‍🚀', 'é', ' ', '──', '\u00AD', '\n'),
  styled,
);
const words = fc.array(piece, { maxLength: 5 }).map(pieces => pieces.join(''));
const place = fc.integer({ min: -2, max: 13 });
type Operation = (output: Output) => void;
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(place, place, words).map(written) },
  fc.tuple(place, place, place, place).map(clipped),
);

function written([x, y, text]: [number, number, string]): Operation {
  return output => output.write(x, Math.min(y, size.height), text, { transformers: [] });
}

function clipped([x1, width, y1, height]: [number, number, number, number]): Operation {
  const clip = { x1, x2: x1 + width, y1, y2: y1 + height };
  return output => {
    output.clip(clip);
    output.write(0, 0, 'clipped 字 words\nof two lines', { transformers: [] });
    output.unclip();
  };
}

const frame = (Output: OutputClass | undefined, operations: readonly Operation[]) => {
  if (!Output) throw new Error('not built');
  const output = new Output(size);
  for (const act of operations) act(output);
  return output.get();
};

test('a frame is what Ink makes of it, however often it is drawn', () => {
  const frames = fc.array(fc.array(operation, { maxLength: 8 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(frames, drawn => {
      for (const operations of [...drawn, ...drawn])
        expect(frame(ours, operations)).toEqual(frame(inks, operations));
    }),
    { numRuns: 400 },
  );
});

test('more rows than are kept are drawn as they should be', () => {
  for (let n = 0; n < 2000; n++) {
    const act: Operation = output => output.write(0, n % 4, `row ${n}`, { transformers: [] });
    expect(frame(ours, [act]).output.split('\n')[n % 4]).toBe(`row ${n}`);
  }
});

test('words are sanitised as Ink does it', () => {
  const text = fc.oneof(words, fc.string(), fc.constant('\u001b[2Jgone\u009b1m\tx\r\n\u0007'));
  fc.assert(
    fc.property(text, nodeValue => {
      const node = {
        nodeName: 'ink-text',
        childNodes: [{ nodeName: '#text', nodeValue, childNodes: [] }],
      };
      const expected = inksWords?.(node);
      expect([ourWords?.(node), ourWords?.(node)]).toEqual([expected, expected]);
    }),
  );
});
