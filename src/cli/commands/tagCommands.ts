import type { Command } from 'commander';
import type { AnnotationsOptions } from '../annotations.ts';
import type { TagOptions } from '../tag.ts';
import { type Act, declare, repeatable } from './declare.ts';

export function addTag(program: Command, act: Act): void {
  const command = declare(program, 'tag', 'put a theme on a passage', [
    'tag speech-2021 12 encryption',
    'tag speech-2021 12-14 "State threats" --key',
    'tag speech-2021 12:5-40 erwt --memo "who says so?"',
    'tag speech-2021 encryption --quote "the end of lawful access"',
  ])
    .usage('TEXT WHERE THEME [options]\n       marginalia tag TEXT THEME --quote WORDS [options]')
    .argument(
      '[WORDS...]',
      'WHERE is a paragraph (12), one passage over several (12-14), or characters 5 to 40 of a paragraph (12:5-40); THEME is an id or a name',
    )
    .option('--quote <WORDS>', 'the words of the passage; they must stand in one place only')
    .option('--memo <WORDS>', 'a memo on the passage')
    .option('--key', 'mark it as a key quotation');
  act(command, async (session, words: string[], options: TagOptions) => {
    const { tag } = await import('../tag.ts');
    return tag(session, words, options);
  });
}

export function addUntag(program: Command, act: Act): void {
  const command = declare(program, 'untag', 'remove annotations of your own', [
    'untag 1f0c9a52',
  ]).argument('<ID...>', 'the beginning of an id, six characters or more');
  act(command, async (session, ids: string[]) => {
    const { untag } = await import('../untag.ts');
    return untag(session, ids);
  });
}

export function addAnnotations(program: Command, act: Act): void {
  const command = declare(program, 'annotations', 'list what has been tagged', [
    'annotations speech-2021',
    'annotations --theme encryption --theme erwt --key-only',
  ])
    .argument('[TEXT]', 'of one transcript only')
    .addOption(repeatable('--theme <THEME>', 'of this theme, id or name (repeatable)', 'all'))
    .option('--key-only', 'key quotations only');
  act(command, async (session, text: string | undefined, options: AnnotationsOptions) => {
    const { annotations } = await import('../annotations.ts');
    return annotations(session, text, options);
  });
}
