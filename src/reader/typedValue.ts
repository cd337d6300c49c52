import type { ReaderState } from './state.ts';

/** What stands in the field that is open; empty where none is. */
export function typedValue({ layer }: ReaderState): string {
  switch (layer?.kind) {
    case 'picker':
    case 'help':
    case 'prompt':
      return layer.query;
    case 'memo':
      return layer.draft;
    case 'digest':
      return layer.typing === 'title' ? layer.title : layer.file;
    default:
      return '';
  }
}
