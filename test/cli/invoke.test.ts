import { expect, test } from 'vitest';
import { copySample } from '../support/project.ts';
import { marginaliaIn, spawned } from './invoke.ts';

test.each([
  [['texts']],
  [['themes', '--json']],
  [['show', 'press-reaction-2021', '2-3']],
  [['show', 'no-such-text']],
  [['--help']],
  [['tag', 'press-reaction-2021']],
  [['no-such-command']],
])('a process of its own says and does what the shared thread does: %j', args => {
  using project = copySample();
  const env = { MARGINALIA_CODER: 'kim' };
  expect(spawned(project.folder, args, env)).toEqual(marginaliaIn(project.folder, args, env));
});
