/**
 * The shortest way from one style to the next, as Ink itself writes it: each code by itself, what ends
 * first, in reverse order, then what begins. Ink parses every line, writes it anew and parses that;
 * a line that is written so already is parsed once.
 */

/** SGR codes without those that a later one overrides: `38;2;…` after another foreground, say. */
export function reduced(codes: readonly string[]): string[] {
  const kept: string[] = [];
  for (const code of codes) {
    if (isIntensity(code) ? kept.includes(code) : false) continue;
    const overridden = isIntensity(code) ? -1 : kept.findIndex(one => endOf(one) === endOf(code));
    if (overridden >= 0) kept.splice(overridden, 1);
    kept.push(code);
  }
  return kept;
}

/** What leads from one reduced style to another: the escape codes, and the style in the order they make it. */
export function transition(
  from: readonly string[],
  to: readonly string[],
): { codes: string; style: readonly string[] } {
  const ended = from.filter(code =>
    isIntensity(code) ? !to.includes(code) : !to.some(one => endOf(one) === endOf(code)),
  );
  const endsIntensity = ended.some(isIntensity);
  const isBegun = (code: string) => !from.includes(code) || (endsIntensity && isIntensity(code));
  const begun = to.filter(isBegun);
  const kept = from.filter(code => to.includes(code) && !isBegun(code));
  const codes = new Set([...ended.reverse().map(endOf), ...begun]);
  return {
    codes: [...codes].map(code => `\u001B[${code}m`).join(''),
    style: [...kept, ...begun],
  };
}

/** Bold and dim: one code ends both. */
const isIntensity = (code: string): boolean => code === '1' || code === '2';

const ENDS: Readonly<Record<string, string>> = {
  '1': '22',
  '2': '22',
  '3': '23',
  '4': '24',
  '7': '27',
};

/** The code that ends a style (ECMA-48, 8.3.117). */
function endOf(code: string): string {
  const end = ENDS[code];
  if (end !== undefined) return end;
  return code.startsWith('48') || /^(?:4|10)[0-7]$/.test(code) ? '49' : '39';
}
