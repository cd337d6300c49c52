import type { Plugin } from 'rolldown';

/** Replaces pieces of a dependency; the build fails if a newer version says them in another way. */
export function replacing(file: RegExp, pieces: Readonly<Record<string, string>>): Plugin {
  return {
    name: `replacing in ${file.source}`,
    transform: {
      filter: { id: file },
      handler(code, id) {
        return Object.entries(pieces).reduce((result, [piece, by]) => {
          if (!result.includes(piece)) this.error(`${id} no longer says ${piece}`);
          return result.replaceAll(piece, () => by);
        }, code);
      },
    },
  };
}
