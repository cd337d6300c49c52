import type { Command } from 'commander';
import type { TypedOptions } from '../../project/import/options.ts';
import type { EditOptions } from '../edit.ts';
import { type Act, declare } from './declare.ts';

export function addImport(program: Command, act: Act): void {
  const command = declare(program, 'import', 'make transcripts of files, folders and pages', [
    'import interview.docx --speaker "Interviewer, Practitioner"',
    'import interviews/ "more/*.txt"',
    'import https://example.org/speech --dry-run',
    'import page.html --from "Good morning" --to 42',
    'import digest.csv',
  ])
    .argument('<SOURCE...>', 'a file, a folder, a pattern, an address, or - for standard input')
    .option('--id <ID>', 'its name in the project (default: made of the title)')
    .option('--title <WORDS>', 'its title')
    .option('--speaker <NAME>', 'who speaks')
    .option('--date <DATE>', 'when: 2021-07-14')
    .option('--source <WORDS>', 'where it can be read')
    .option('--as <FORMAT>', 'read it as text, markdown, html … (default: what it is)')
    .option(
      '--from <N|WORDS>',
      'the paragraph it begins with: its number in the plan, or words in it',
    )
    .option('--to <N|WORDS>', 'the paragraph it ends with')
    .option('--keep-all', 'leave nothing out')
    .option('--replace', 'put it in the place of the text with this id; tags are found again')
    .option('--dry-run', 'print the plan, write nothing')
    .option('--allow-private', 'read addresses of this machine and its network too');
  act(command, async (session, sources: string[], options: TypedOptions) => {
    const { importDigests } = await import('../importAnnotations.ts');
    const taken = await importDigests(session, sources, options);
    if (taken !== null) return taken;
    const { importSources } = await import('../import.ts');
    return importSources(session, sources, options);
  });
}

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

export function addEdit(program: Command, act: Act): void {
  const command = declare(program, 'edit', 'change the words of a paragraph; the tags follow', [
    'edit speech-2021 12',
    'edit speech-2021 12-14 --with corrected.txt --dry-run',
  ])
    .argument('<TEXT>', 'the id of a transcript, as "marginalia texts" lists it')
    .argument('<PARAGRAPH>', 'a paragraph (12) or several (12-14)')
    .option('--with <FILE>', 'the new words, or - for standard input (default: your editor)')
    .option('--dry-run', 'say what would become of the tags, and write nothing')
    .option('--accept', 'even if tags cannot follow, or no words are left');
  act(command, async (session, text: string, range: string, options: EditOptions) => {
    const { edit } = await import('../edit.ts');
    return edit(session, text, range, options);
  });
}
