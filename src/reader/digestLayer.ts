import type { PreviewBody } from '../model/outline.ts';
import type { DigestChoice } from '../model/recipe.ts';

/** Fields of the digest page that are typed. */
export type DigestWords = 'title' | 'since' | 'file' | 'recipe';

export interface DigestLayer {
  kind: 'digest';
  /** As it stands on the page: every theme that is chosen by itself. */
  choice: DigestChoice;
  /** The recipe that it was taken from or kept as; `null`: none. */
  recipe: string | null;
  /** What was done to the recipes last, in words: said when it is on the disk. */
  kept: string | null;
  cursor: number;
  /** Whether the transcripts are listed. */
  textsOpen: boolean;
  /** The field being typed into. */
  typing: DigestWords | null;
  draft: string;
  showsPreview: boolean;
  scroll: number;
  preview: DigestPreview | null;
  /** Number of the preview that is waited for; answers to earlier choices are dropped. */
  request: number;
  written: string | null;
  /** The file that is there already: `W` once more replaces it. */
  exists: string | null;
}

/** What the real renderer makes of the choice. */
export interface DigestPreview {
  body: PreviewBody;
  passages: number;
  transcripts: number;
  /** Passages that are not certain, by the theme's id. */
  leftOut: Readonly<Record<string, number>>;
}
