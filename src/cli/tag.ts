import { UsageFault } from '../model/fault.ts';
import { codebookOf } from '../project/project.ts';
import { tagPassage } from '../project/tagging.ts';
import { annotationLines } from './annotationLines.ts';
import { shape } from './annotations.ts';
import type { Session } from './session.ts';

export interface TagOptions {
  quote?: string | undefined;
  memo?: string | undefined;
  key?: boolean;
}

/** `tag TEXT WHERE THEME`, or `tag TEXT THEME --quote "…"`: puts a theme on one passage. */
export async function tag(
  session: Session,
  words: readonly string[],
  { quote, memo, key = false }: TagOptions,
): Promise<number> {
  const { text, theme, at } = quote === undefined ? byPlace(words) : byQuote(words, quote);
  const project = await session.project();
  const coder = await session.coder();
  const { record, present } = await tagPassage(project, { text, theme, at, coder, memo, key });
  if (session.options.json) await session.printJson({ annotations: [shape(record)] });
  else {
    const { themes } = await codebookOf(project);
    await session.print(await annotationLines(session, [record], themes));
  }
  await session.say(present ? 'There already: nothing was written' : `Tagged as ${coder}`);
  return session.status;
}

function byPlace(words: readonly string[]) {
  const [text, where, theme, ...rest] = words;
  if (text === undefined || where === undefined || theme === undefined)
    throw new UsageFault(
      'tag: give a text, a place and a theme (tag TEXT 12 THEME), or a text, a theme and --quote "…"',
    );
  refuseRest(rest);
  return { text, theme, at: { where } };
}

function byQuote(words: readonly string[], quote: string) {
  const [text, theme, ...rest] = words;
  if (text === undefined || theme === undefined)
    throw new UsageFault('tag: with --quote give a text and a theme (tag TEXT THEME --quote "…")');
  if (rest.length > 0)
    throw new UsageFault(
      'tag: with --quote give a text and a theme only, no place. Put a name of several words in quotes',
    );
  return { text, theme, at: { quote } };
}

function refuseRest(rest: readonly string[]): void {
  if (rest.length > 0)
    throw new UsageFault(
      `tag: too many words (${rest.join(' ')}). Put a name of several words in quotes`,
    );
}
