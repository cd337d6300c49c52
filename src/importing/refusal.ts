import type { ImportContext, ImportedText, ImportFormat } from './imported.ts';

/** Why bytes cannot be read, in one line for people. Thrown inside a format, answered at its door. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}

/**
 * A format made of a function that reads or throws. A `Refusal` is answered as it is; whatever else a
 * parser throws at broken bytes is answered as one line that names the format, never with a stack.
 */
export function refusing(
  format: string,
  read: (bytes: Uint8Array, context: ImportContext) => Promise<ImportedText>,
): ImportFormat {
  return async (bytes, context) => {
    try {
      return { kind: 'read', text: await read(bytes, context) };
    } catch (cause) {
      return { kind: 'refused', reason: reasonOf(format, cause) };
    }
  };
}

function reasonOf(format: string, cause: unknown): string {
  if (cause instanceof Refusal) return cause.message;
  if (cause instanceof RangeError) return `is nested too deeply to be read as ${format}`;
  const said = cause instanceof Error ? cause.message : String(cause);
  return `is damaged and cannot be read as ${format}: ${said.split('\n', 1)[0]?.trim().slice(0, 200)}`;
}
