import { describe, expect, test } from 'vitest';
import { rangeOf } from '../../../src/model/annotation.ts';
import { inverse } from '../../../src/model/step.ts';
import type { SuggestionsLayer } from '../../../src/reader/layer.ts';
import { scopeOf } from '../../../src/reader/select.ts';
import { countsOf } from '../../../src/reader/suggestions.ts';
import { dialogue, report, tagOn } from '../samples.ts';
import { reading, type Session } from '../session.ts';
import { suggest, suggestions } from '../suggestionSamples.ts';

const layerOf = (session: Session): SuggestionsLayer => {
  const { layer } = session.state;
  if (layer?.kind !== 'suggestions') throw new Error(`the layer is ${layer?.kind}`);
  return layer;
};
const counts = (session: Session) => countsOf(session.state, layerOf(session));
const here = (session: Session) => layerOf(session).cursor + 1;
const steps = (session: Session) => session.take('write').map(({ step }) => step);
/** The words of the passages that a step tags, with their themes. */
const tagged = (session: Session) =>
  session.reading.placed.map(one => {
    const range = rangeOf(one) ?? { start: 0, end: 0 };
    return [one.annotation.theme, report.text.slice(range.start, range.end)];
  });
const words = (i: number) => {
  const { theme, start, end } = suggestions[i] ?? { theme: '', start: 0, end: 0 };
  return [theme, report.text.slice(start, end)];
};

describe('s asks for suggestions', () => {
  test('of the open text, and shows the best one when the answer comes', () => {
    const session = reading().press('s');
    expect(scopeOf(session.state)).toBe('suggestions');
    const [effect] = session.take('suggest');
    expect(effect).toMatchObject({ text: report.id });
    expect(session.screen).toContain('looking…');
    session.send({
      kind: 'suggested',
      request: effect?.request ?? 0,
      found: suggestions,
      problem: null,
    });
    expect(session.paragraph).toBe(3);
    expect(session.screen).toContain('Suggestion 1 of 6');
    expect(session.press('Esc').state.layer).toBeNull();
    expect(session.press('Ctrl+O').paragraph).toBe(1);
  });

  test('an answer that is late, or to another question, is dropped', () => {
    const session = reading().press('s', 'Esc', 's');
    const [first, second] = session.take('suggest').map(one => one.request);
    session.send({ kind: 'suggested', request: first ?? 0, found: suggestions, problem: null });
    expect(layerOf(session).found).toBeNull();
    session.send({ kind: 'suggested', request: second ?? 0, found: [], problem: null });
    expect(session.screen).toContain('is left to decide here');
    session
      .press('Esc')
      .send({ kind: 'suggested', request: second ?? 0, found: suggestions, problem: null });
    expect(session.state.layer).toBeNull();
  });

  test('help lies over them; an answer that comes meanwhile is there afterwards', () => {
    const session = reading().press('s', '?');
    const request = session.take('suggest')[0]?.request ?? 0;
    session.send({ kind: 'suggested', request, found: suggestions, problem: null });
    expect(session.state.layer?.kind).toBe('help');
    expect(here(session.press('Esc'))).toBe(1);
    expect(session.paragraph).toBe(3);
  });

  test('keys before the answer decide nothing', () => {
    const session = reading().press('s', 'Enter', 'x', 'A', 'A', 't', 'v', 's', 'j');
    expect(steps(session)).toEqual([]);
    expect(layerOf(session).found).toBeNull();
  });

  test('what kept some from being found is said', () => {
    expect(
      suggest(reading(), suggestions, 'Money: the pattern /(/ cannot be read').screen,
    ).toContain('cannot be read');
    expect(suggest(reading(), [], 'codebook.json: broken').screen).toContain(
      '     codebook.json: broken',
    );
  });
});

describe('a decision', () => {
  test('Enter tags the passage with the theme, at once, and the next one is at hand', () => {
    const session = suggest(reading()).press('Enter');
    expect(tagged(session)).toEqual([words(0)]);
    expect(here(session)).toBe(2);
    expect(session.paragraph).toBe(4);
    expect(counts(session)).toEqual({ accepted: 1, rejected: 0 });
    expect(session.state.lastTheme).toBe('safety');
    expect(steps(session)).toMatchObject([
      { label: 'Safety on ¶ 3', pages: [{ text: report.id }] },
    ]);
  });

  test('x writes a rejection and no tag', () => {
    const session = suggest(reading()).press('x');
    expect(tagged(session)).toEqual([]);
    expect(counts(session)).toEqual({ accepted: 0, rejected: 1 });
    const [step] = steps(session);
    expect(step).toMatchObject({ label: 'reject Safety on ¶ 3', pages: [], themes: [] });
    const [{ before, after } = {}] = step?.rejections ?? [];
    expect(before).toBeNull();
    expect(after).toMatchObject({
      text: report.id,
      theme: 'safety',
      selector: { exact: words(0)[1] },
    });
    expect(after?.id).toMatch(/^urn:uuid:/);
  });

  test('u takes it back and stands on it again, Ctrl+R makes it again', () => {
    const session = suggest(reading()).press('Enter', 'x', 'u');
    expect(counts(session)).toEqual({ accepted: 1, rejected: 0 });
    expect(here(session)).toBe(2);
    const [, rejects, back] = steps(session);
    expect(back).toEqual(rejects && inverse(rejects));
    session.press('u');
    expect(counts(session)).toEqual({ accepted: 0, rejected: 0 });
    expect(here(session)).toBe(1);
    expect(tagged(session)).toEqual([]);
    session.press('Ctrl+R', 'Ctrl+R');
    expect(counts(session)).toEqual({ accepted: 1, rejected: 1 });
    expect(tagged(session)).toEqual([words(0)]);
  });

  test('a decided one is not decided twice', () => {
    const session = suggest(reading()).press('Enter', 'k');
    expect(session.screen).toContain('Accepted: it is tagged.');
    session.press('Enter', 'x', 't');
    expect(steps(session)).toHaveLength(1);
    expect(session.screen).toContain('accepted already');
  });

  test('s goes on, round the ones that are left', () => {
    const session = suggest(reading()).press('s', 'Enter', 's', 's', 's');
    expect(here(session)).toBe(6);
    expect(here(session.press('s'))).toBe(1);
    expect(here(session.press('s'))).toBe(3);
    session.press('Enter', 'Enter', 'Enter', 'Enter');
    expect(here(session)).toBe(1);
    session.press('s');
    expect(session.screen).toContain('nothing else is left');
    expect(session.press('Enter').screen).toContain('All are decided.');
  });

  test('where another writer stood in the way it waits again', () => {
    const session = suggest(reading()).press('Enter', 'k');
    const [write] = session.take('write');
    session.send({
      kind: 'refused',
      id: write?.id ?? 0,
      reason: 'no',
      pages: [{ text: report.id, placed: [] }],
      codebook: session.state.codebook,
    });
    expect(counts(session)).toEqual({ accepted: 0, rejected: 0 });
    expect(session.screen).toContain('Nothing is tagged until you accept it.');
  });

  test('where nothing can be tagged it says so', () => {
    const session = suggest(reading({ locked: 'two files of that name' })).press(
      'Enter',
      'x',
      'A',
      'A',
    );
    expect(steps(session)).toEqual([]);
    expect(session.screen).toContain('two files of that name');
  });
});

describe('A', () => {
  test('says how many, then tags all that are left of the theme in one step', () => {
    const session = suggest(reading()).press('s', 's', 'A');
    expect(session.screen).toContain('A again tags 2 passages with Safety');
    expect(steps(session)).toEqual([]);
    session.press('A');
    expect(tagged(session)).toEqual([words(0), words(2)]);
    expect(counts(session)).toEqual({ accepted: 2, rejected: 0 });
    expect(steps(session)).toHaveLength(1);
    expect(here(session)).toBe(4);
    session.press('u');
    expect(tagged(session)).toEqual([]);
    expect(counts(session)).toEqual({ accepted: 0, rejected: 0 });
  });

  test('any other key in between, and it asks again; what is decided is not counted', () => {
    const session = suggest(reading()).press('A', 'j', 'A');
    expect(session.screen).toContain('A again tags 2 passages with Money');
    session.press('k', 'x', 'j', 'A');
    expect(steps(session)).toHaveLength(1);
    session.press('k', 'k', 'k', 'j', 'j', 'A');
    expect(session.screen).toContain('A again tags 1 passage with Safety');
  });
});

describe('another theme, another passage', () => {
  test('t tags the passage with the theme chosen and rejects the one suggested, in one step', () => {
    const session = suggest(reading()).press('t').type('weather').press('Enter');
    expect(tagged(session)).toEqual([['weather', words(0)[1]]]);
    const [step, ...more] = steps(session);
    expect(more).toEqual([]);
    expect(step?.rejections).toMatchObject([{ before: null, after: { theme: 'safety' } }]);
    expect(here(session)).toBe(2);
    session.press('u');
    expect(tagged(session)).toEqual([]);
    expect(here(session)).toBe(1);
  });

  test('t makes a new theme too; Esc leads back', () => {
    const session = suggest(reading()).press('t', 'Esc');
    expect(here(session)).toBe(1);
    session.press('t').type('Doctors').press('Enter');
    expect(steps(session)).toMatchObject([
      { themes: [{ before: null, after: { name: 'Doctors' } }] },
    ]);
    expect(tagged(session)[0]?.[0]).toBe('doctors');
  });

  test('v selects the passage, a digit tags what is selected, and the suggestions come back', () => {
    const session = suggest(reading()).press('v');
    expect(scopeOf(session.state)).toBe('select');
    // The full stop goes, then the doctor.
    session.press('b', 'b', '1');
    expect(tagged(session)).toEqual([['safety', 'And in winter it is the boat that brings the']]);
    expect(counts(session)).toEqual({ accepted: 1, rejected: 0 });
    expect(here(session)).toBe(2);
  });

  test('tagged with another theme the suggestion still waits; Esc changes nothing', () => {
    const session = suggest(reading()).press('v', '2');
    expect(counts(session)).toEqual({ accepted: 0, rejected: 0 });
    expect(here(session)).toBe(1);
    session.press('v', 'b', 'Esc');
    expect(here(session)).toBe(1);
    expect(session.reading.selection).toBeNull();
  });
});

test('where the words changed under it, it looks anew', () => {
  const session = suggest(reading()).press('x');
  session.send({
    kind: 'textRenewed',
    goes: false,
    transcript: { ...dialogue, id: report.id },
    placed: [],
    locked: null,
  });
  expect(session.take('suggest')).toHaveLength(1);
  expect(layerOf(session).found).toBeNull();
});

test('a tag that was there already leaves the rejection of its step to undo', () => {
  const session = suggest(reading()).press('t').type('weather').press('Enter');
  const [write] = session.take('write');
  if (!write) throw new Error('nothing was written');
  const draft = {
    annotation: tagOn(report, 3, { theme: 'weather' }).annotation,
    range: { start: 0, end: 1 },
  };
  const pages = [{ text: report.id, edits: [{ before: draft, after: draft }] }];
  session.send({ kind: 'written', id: write.id, step: { ...write.step, pages }, undoes: false });
  expect(session.state.past).toMatchObject([
    { step: { pages: [], rejections: [{ before: null }] } },
  ]);
});
