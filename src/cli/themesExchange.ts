import { resolve } from 'node:path';
import { UsageFault } from '../model/fault.ts';
import { visibleLine } from '../model/visible.ts';
import {
  CODEBOOK_FORMATS,
  type CodebookFormat,
  formatOfFile,
  importCodebook,
  renderCodebook,
  writeCodebookFile,
} from '../project/exchangeCodebook.ts';
import { codebookOf } from '../project/project.ts';
import type { Session } from './session.ts';
import { counted } from './words.ts';

export interface ThemesExchangeOptions {
  format?: CodebookFormat;
  replace?: boolean;
}

/** `themes export FILE`: the codebook for another project or another program; `-` is stdout. */
export async function themesExport(
  session: Session,
  file: string,
  options: ThemesExchangeOptions,
): Promise<number> {
  const format = options.format ?? (file === '-' ? 'json' : formatOf(file));
  const project = await session.project();
  const codebook = await codebookOf(project);
  const merged = codebook.themes.filter(theme => theme.status === 'merged').length;
  if (file === '-') await session.write(renderCodebook(codebook, format));
  else await writeCodebookFile(project, codebook, format, resolve(session.world.here, file));
  const without = format === 'qdc' ? merged : 0;
  const left = without > 0 ? `, without ${without} merged` : '';
  if (session.options.json && file !== '-')
    await session.printJson({ file, format, themes: codebook.themes.length - without });
  await session.say(`${counted(codebook.themes.length - without, 'theme')} written${left}`);
  return session.status;
}

/** `themes import FILE`: the themes of another codebook, brought together with ours. */
export async function themesImport(
  session: Session,
  file: string,
  { format = formatOf(file), replace = false }: ThemesExchangeOptions,
): Promise<number> {
  const project = await session.project();
  const path = resolve(session.world.here, file);
  const done = await importCodebook(project, path, format, replace);
  if (session.options.json) await session.printJson(done);
  else await session.print(done.notes.map(visibleLine));
  await session.say(`${counted(done.added, 'theme')} added, ${done.changed} changed`);
  return session.status;
}

function formatOf(file: string): CodebookFormat {
  const format = formatOfFile(file);
  if (format) return format;
  throw new UsageFault(
    `${file}: the ending says no format. Give --format ${CODEBOOK_FORMATS.join(', ')}`,
  );
}
