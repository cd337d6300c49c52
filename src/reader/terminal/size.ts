import type { Size } from '../layout/geometry.ts';

/** The size of a terminal; 80×24 for a stream that does not know its own. */
export function sizeOf(stream: object): Size {
  return {
    columns: positive(Reflect.get(stream, 'columns'), 80),
    rows: positive(Reflect.get(stream, 'rows'), 24),
  };
}

const positive = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && value > 0 ? value : otherwise;
