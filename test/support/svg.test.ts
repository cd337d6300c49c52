import { expect, test } from 'vitest';
import { Grid } from './grid.ts';
import { pngOf } from './png.ts';
import { DARK, LIGHT, svgOf } from './svg.ts';

async function pictureOf(data: string, colours = DARK): Promise<string> {
  const grid = new Grid({ columns: 20, rows: 2 });
  await grid.write(data);
  return svgOf(grid, 'A <screen>', colours);
}

/** The attributes of the one `<text>` element that holds `words`. */
function attributesOf(svg: string, words: string): string {
  return new RegExp(`<text ([^>]*)>${words}</text>`).exec(svg)?.[1] ?? 'not found';
}

test('each style is in the picture', async () => {
  const svg = await pictureOf(
    '\x1b[1;38;2;97;191;250mAB\x1b[0m\x1b[3mit\x1b[0m\x1b[4mun\x1b[0m\x1b[2mdi\x1b[0m\x1b[9mst',
  );
  expect(attributesOf(svg, 'AB')).toContain('fill="#61bffa" font-weight="bold"');
  expect(attributesOf(svg, 'it')).toContain(`fill="${DARK.text}" font-style="italic"`);
  expect(attributesOf(svg, 'un')).toContain('text-decoration="underline"');
  expect(attributesOf(svg, 'di')).toContain('opacity="0.6"');
  expect(attributesOf(svg, 'st')).toContain('text-decoration="line-through"');
});

test('inverse swaps the colours of the ground in use', async () => {
  const svg = await pictureOf('\x1b[7mX', LIGHT);
  expect(attributesOf(svg, 'X')).toContain(`fill="${LIGHT.ground}"`);
  expect(svg).toContain(`<rect x="0" y="0" width="8.4" height="18" fill="${LIGHT.text}"/>`);
});

test('palette colours are those of xterm', async () => {
  // 75 = 16 + 1·36 + 3·6 + 5: the steps 95, 175, 255; 239 = 8 + 7·10 = 78 of grey
  const svg = await pictureOf('\x1b[38;5;75mA\x1b[38;5;239mB\x1b[31mC');
  expect(attributesOf(svg, 'A')).toContain('#5fafff');
  expect(attributesOf(svg, 'B')).toContain('#4e4e4e');
  expect(attributesOf(svg, 'C')).toContain('#cd0000');
});

test('wide characters take two cells, and what is behind them stays in its column', async () => {
  const svg = await pictureOf('日x');
  expect(attributesOf(svg, '日')).toContain('textLength="16.8"');
  expect(attributesOf(svg, 'x *')).toContain('x="16.8"');
});

test('rules are joined, columns are not', async () => {
  expect(await pictureOf('────')).toContain('<rect x="0" y="8.5" width="33.6" height="1"');
  const columns = (await pictureOf('││')).match(/width="1" height="18"/g);
  expect(columns).toHaveLength(2);
});

test('markup in a screen stays text', async () => {
  const svg = await pictureOf('<b>&"');
  expect(svg).toContain('&lt;b&gt;&amp;&quot;');
  expect(svg).toContain('aria-label="A &lt;screen&gt;"');
});

test('the same screen gives the same bytes, and they can be drawn', async () => {
  const [one, two] = [await pictureOf('same'), await pictureOf('same')];
  expect(one).toBe(two);
  const png = pngOf(one, 2);
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  // width and height stand at 16 and 20: (20 · 8.4 + 24) · 2 and (2 · 18 + 24) · 2
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([384, 120]);
});
