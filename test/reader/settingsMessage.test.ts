import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultsHere } from '../../src/model/settings.ts';
import { keymapWith } from '../../src/reader/keymap/userKeys.ts';
import { settingsMessage } from '../../src/reader/settingsMessage.ts';

const file = join('/settings/marginalia', 'settings.json');
const wrong = `${file}: map: must be true or false; true is used`;

test('one fault in words, several counted, with the key that lists them', () => {
  const { keymap, problems } = keymapWith({
    reading: { memo: ['j'] },
    library: { settings: ['Ctrl+S'] },
  });
  const here = { ...defaultsHere, file };
  expect(settingsMessage(here, [], keymap)).toBeNull();
  expect(settingsMessage({ ...here, problems: [wrong] }, [], keymap)).toEqual({
    text: 'settings.json: map: must be true or false; true is used',
    warns: true,
  });
  expect(settingsMessage(here, problems, keymap)?.text).toBe(
    'settings.json: keys.reading.memo: j is next (next paragraph, row) in reading; memo (memo) cannot have it',
  );
  expect(settingsMessage({ ...here, problems: [wrong] }, problems, keymap)?.text).toBe(
    'settings.json: 2 faults · Ctrl+S lists them',
  );
});
