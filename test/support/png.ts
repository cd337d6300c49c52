import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

/** An SVG document as a PNG, `zoom` times as large; letters in DejaVu, whatever the machine has installed. */
export function pngOf(svg: string, zoom = 1.5): Buffer {
  const font = {
    loadSystemFonts: false,
    fontFiles: fonts(),
    defaultFontFamily: 'DejaVu Sans Mono',
  };
  return new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } }).render().asPng();
}

/** The monospaced fonts, and the plain one for the signs that they lack. */
function fonts(): string[] {
  const packageFile = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json');
  const folder = join(dirname(packageFile), 'ttf');
  return readdirSync(folder)
    .filter(name => /^DejaVuSans(?:Mono.*)?\.ttf$/.test(name))
    .map(name => join(folder, name));
}
