import type { Command } from 'commander';
import { type Act, declare } from './declare.ts';

export function addTexts(program: Command, act: Act): void {
  const command = declare(program, 'texts', 'list the transcripts', ['texts', 'texts --json']);
  act(command, async session => {
    const { texts } = await import('../texts.ts');
    return texts(session);
  });
}

export function addShow(program: Command, act: Act): void {
  const command = declare(program, 'show', 'print numbered paragraphs with their tags', [
    'show speech-2021',
    'show speech-2021 12-14',
  ])
    .argument('<TEXT>', 'the id of a transcript, as "marginalia texts" lists it')
    .argument('[RANGE]', 'a paragraph (12) or several (12-14)');
  act(command, async (session, text: string, range?: string) => {
    const { show } = await import('../show.ts');
    return show(session, text, range);
  });
}
