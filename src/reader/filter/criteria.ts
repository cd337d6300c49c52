/** Whether paragraphs must have something, or must not. */
export type Choice = 'with' | 'without';

/** What a paragraph can be chosen by. `name` is a theme's id, a coder or a speaker. */
export type Criterion =
  | { kind: 'theme' | 'coder' | 'speaker'; name: string }
  | { kind: 'untagged' | 'memo' | 'key' | 'hits' };

/** Which paragraphs are wanted. */
export interface Criteria {
  /** By `keyOf`; what is not here does not matter. */
  chosen: Readonly<Record<string, Choice>>;
  /** Whether a paragraph must have any or all of the themes that it must have. */
  match: 'any' | 'all';
}

export const noCriteria: Criteria = { chosen: {}, match: 'any' };

export const keyOf = (criterion: Criterion): string =>
  'name' in criterion ? `${criterion.kind}:${criterion.name}` : criterion.kind;

export const choiceFor = ({ chosen }: Criteria, criterion: Criterion): Choice | null =>
  chosen[keyOf(criterion)] ?? null;

/** The criteria with one of them changed; `null` takes it out. */
export function withChoice(
  criteria: Criteria,
  criterion: Criterion,
  choice: Choice | null,
): Criteria {
  const { [keyOf(criterion)]: _, ...others } = criteria.chosen;
  const chosen = choice === null ? others : { ...others, [keyOf(criterion)]: choice };
  return { ...criteria, chosen };
}

/** Not chosen → with → without → not chosen. */
export function nextChoice(choice: Choice | null): Choice | null {
  if (choice === null) return 'with';
  return choice === 'with' ? 'without' : null;
}

export const isEmpty = ({ chosen }: Criteria): boolean => Object.keys(chosen).length === 0;

/** The names of a kind that are chosen in one way. */
export const namesOf = (
  { chosen }: Criteria,
  kind: 'theme' | 'coder' | 'speaker',
  choice: Choice,
): string[] =>
  Object.entries(chosen).flatMap(([key, one]) =>
    one === choice && key.startsWith(`${kind}:`) ? [key.slice(kind.length + 1)] : [],
  );
