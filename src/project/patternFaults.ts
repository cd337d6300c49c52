import type { ThemeEdit } from '../model/step.ts';

/** The patterns that themes would get; those that they have already are left as they are. */
export const addedPatterns = (themes: readonly ThemeEdit[]): string[] =>
  themes.flatMap(({ before, after }) => {
    const old = new Set(before?.patterns);
    return after?.patterns.filter(pattern => !old.has(pattern)) ?? [];
  });

/** Why an expression among some patterns cannot be read, in a line; `null` where all can be. */
export async function patternFault(patterns: readonly string[]): Promise<string | null> {
  if (patterns.length === 0) return null;
  const { unreadablePattern } = await import('../analysis/suggest/patterns.ts');
  for (const pattern of patterns) {
    const reason = unreadablePattern(pattern);
    if (reason !== null) return `pattern ${pattern}: ${reason}. Nothing was changed`;
  }
  return null;
}
