import { type Key, useInput, usePaste } from 'ink';
import TextInput from 'ink-text-input';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { visibleLine } from '../model/visible.ts';

export interface TextFieldProps {
  value: string;
  placeholder: string;
  /** The words as they are in the store now, which the last frame may not show yet. */
  current(): string;
  onChange(value: string): void;
  onSubmit(value: string): void;
  link: FieldLink;
}

/** Between the app, which hears each event first, and the field that is open. */
export interface FieldLink {
  /** Whether the field hears keys yet. */
  ready: boolean;
  /** Whether the app has done this event itself. */
  taken: boolean;
}

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Words without what must not get into a field: line ends become spaces, other controls go. */
export const cleaned = (text: string): string =>
  text.replace(/[\r\n\t]+/g, ' ').replace(/\p{Cc}/gu, '');

/** The text without its last grapheme cluster. */
export const withoutLast = (text: string): string =>
  [...segmenter.segment(text)]
    .slice(0, -1)
    .map(one => one.segment)
    .join('');

/** UTF-16 units: more than the largest memo drawer can show. */
const LONGEST_SHOWN = 8000;

const withoutLastWord = (text: string): string => text.replace(/\s*\S+\s*$/u, '');

/**
 * ink-text-input with a guard before it. The library works from the last frame: it types the letter
 * of a chord, halves an emoji, keeps a pasted line end, loses what arrives between two frames, and does
 * not submit `text⏎` that arrives at once. The guard hears each event first and does those itself;
 * a new generation then mounts the field again, with the caret at the end.
 */
export function TextField(props: TextFieldProps): ReactNode {
  const { value, placeholder, current, onChange, onSubmit, link } = props;
  const [generation, setGeneration] = useState(0);
  const guarded = useRef(false);
  useReadiness(link);
  // What is shown is all that Ink lays out, and no control character of a stored memo reaches the terminal.
  // Where it is not the value itself, the guard does every edit.
  const shown = visibleLine(value.slice(-LONGEST_SHOWN));
  const edit = (next: string) => {
    setGeneration(n => n + 1);
    onChange(next);
  };
  usePaste(text => edit(current() + cleaned(text)));
  const guard = (input: string, key: Key) => {
    const handled: GuardedEdit | null = link.taken
      ? { kind: 'swallow' }
      : guardedEdit(input, key, current(), shown);
    link.taken = false;
    guarded.current = handled !== null;
    if (handled?.kind === 'edit') edit(handled.value);
    if (handled?.kind === 'submit') onSubmit(handled.value);
  };
  const change = (next: string) => {
    if (guarded.current) setGeneration(n => n + 1);
    else if (next === value.slice(0, -1)) edit(withoutLast(value));
    else if (!next.isWellFormed()) edit(mended(value, next));
    else onChange(next);
  };
  return (
    <>
      <Guard onKey={guard} />
      <TextInput
        key={generation}
        value={shown}
        placeholder={placeholder}
        onChange={change}
        onSubmit={typed => {
          if (!guarded.current) onSubmit(typed);
        }}
      />
    </>
  );
}

const LONE_SURROGATE = /\p{Surrogate}/gu;

/** An edit inside the words that halved a character: taken out it goes whole, what came into it goes behind it. */
function mended(before: string, next: string): string {
  const more = next.length - before.length;
  if (more <= 0) return next.replace(LONE_SURROGATE, '');
  let at = 0;
  while (before[at] === next[at]) at++;
  return before.slice(0, at + 1) + next.slice(at, at + more) + before.slice(at + 1);
}

function useReadiness(link: FieldLink): void {
  useEffect(() => {
    link.ready = true;
    return () => {
      link.ready = false;
    };
  }, [link]);
}

/** Mounted before the field, so that its listener is called first. */
function Guard({ onKey }: { onKey(input: string, key: Key): void }): ReactNode {
  useInput(onKey);
  return null;
}

export type GuardedEdit =
  | { kind: 'edit'; value: string }
  | { kind: 'submit'; value: string }
  | { kind: 'swallow' };

/**
 * What the guard does with an event itself; `null` where ink-text-input does it right. `now` is the
 * value in the store, `shown` the one of the last frame.
 */
export function guardedEdit(
  input: string,
  key: Key,
  now: string,
  shown: string,
): GuardedEdit | null {
  if (key.ctrl && input === 'u') return { kind: 'edit', value: '' };
  if ((key.ctrl && input === 'w') || (key.meta && key.backspace))
    return { kind: 'edit', value: withoutLastWord(now) };
  if (key.ctrl || key.meta || key.escape || key.pageUp || key.pageDown || key.home || key.end)
    return { kind: 'swallow' };
  if (!key.return && /[\r\n]/.test(input))
    return { kind: 'submit', value: now + cleaned(input.split(/[\r\n]/, 1)[0] ?? '') };
  if (now !== shown) return lateEdit(input, key, now);
  return /\p{Cc}/u.test(input) && !key.return && !key.backspace && !key.tab
    ? { kind: 'edit', value: now + cleaned(input) }
    : null;
}

/** An event that arrived before the one ahead of it was drawn. */
function lateEdit(input: string, key: Key, now: string): GuardedEdit {
  if (key.return) return { kind: 'submit', value: now };
  if (key.backspace || key.delete) return { kind: 'edit', value: withoutLast(now) };
  if (key.upArrow || key.downArrow || key.leftArrow || key.rightArrow || key.tab)
    return { kind: 'swallow' };
  return { kind: 'edit', value: now + cleaned(input) };
}
