import type { Codebook, Theme } from '../model/codebook.ts';
import { slug } from '../model/slug.ts';
import type { DigestChoice } from './command.ts';
import type { DigestLayer } from './layer.ts';

/** The rows of the digest page that the cursor can stand on. */
export type DigestField =
  | { kind: 'title' }
  | { kind: 'theme'; theme: Theme; depth: number }
  | { kind: 'groupBy' }
  | { kind: 'keyOnly' }
  | { kind: 'format' }
  | { kind: 'file' };

/** The form's fields, top to bottom: the themes in codebook order, children after their parents. */
export function digestFields(codebook: Codebook): DigestField[] {
  const themes = codebook.themes.filter(theme => theme.status !== 'merged');
  const fields: DigestField[] = themes.map(theme => ({
    kind: 'theme',
    theme,
    depth: theme.parent === null ? 0 : 1,
  }));
  return [
    { kind: 'title' },
    ...fields,
    { kind: 'groupBy' },
    { kind: 'keyOnly' },
    { kind: 'format' },
    { kind: 'file' },
  ];
}

/** A file name that follows from what is chosen. */
export function digestFile(
  codebook: Codebook,
  layer: Pick<DigestLayer, 'themes' | 'format'>,
): string {
  const chosen = codebook.themes.filter(theme => layer.themes.includes(theme.id));
  const all = chosen.length === codebook.themes.filter(theme => theme.status !== 'merged').length;
  const names = all || chosen.length > 3 ? [] : chosen.map(theme => slug(theme.name) || theme.id);
  return `${['digest', ...names].join('-')}.${layer.format}`;
}

export const choiceOf = ({
  title,
  themes,
  keyOnly,
  groupBy,
  format,
}: DigestLayer): DigestChoice => ({ title, themes, keyOnly, groupBy, format });
