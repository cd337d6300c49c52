// Tags a text in a project again and again until its standard input ends, and says the id of each tag
// once it is on the disk: `tagOn.ts FOLDER N OF`, where N of OF processes tells which passages are its own.
import { randomUUID } from 'node:crypto';
import { openProject } from '../../../src/project/project.ts';
import { tagPassage } from '../../../src/project/tagging.ts';

const [folder = '', n = '', of = ''] = process.argv.slice(2);
const project = openProject(folder, {
  now: () => new Date().toISOString(),
  newId: () => `urn:uuid:${randomUUID()}`,
});
const PARAGRAPHS = 400;
const THEMES = ['state-threats', 'erwt', 'prevent-referrals', 'encryption'];
let isOver = false;
process.stdin.on('end', () => {
  isOver = true;
});
process.stdin.resume();

for (let k = Number(n); !isOver; k += Number(of)) {
  const paragraph = 1 + (k % PARAGRAPHS);
  const from = 1 + (Math.floor(k / PARAGRAPHS) % 20);
  const theme = THEMES[Math.floor(k / PARAGRAPHS / 20) % THEMES.length] ?? '';
  const at = { where: `${paragraph}:${from}-30` };
  const { record } = await tagPassage(project, { text: 'a', theme, at, coder: 'alex' });
  process.stdout.write(`${record.id}\n`);
}
process.stdin.destroy();
