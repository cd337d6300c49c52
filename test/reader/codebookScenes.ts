import { emptyCodebook } from '../../src/model/codebook.ts';
import type { Size } from '../../src/reader/layout/geometry.ts';
import { codebook } from './samples.ts';
import { firstState, reading, Session } from './session.ts';
import { libraryTexts, tags } from './taggedTexts.ts';

/** The codebook over the report, with counts from all transcripts. */
const themes = (size: Size): Session =>
  reading({
    placed: tags,
    state: {
      size,
      save: { kind: 'saved' },
      library: { texts: libraryTexts, unreadable: [], loading: null, cursor: 0 },
      codebook: {
        ...codebook,
        themes: codebook.themes.map(theme =>
          theme.id === 'safety'
            ? { ...theme, patterns: ['rail', '"held by her coat"'], memo: 'Begun in March.' }
            : theme,
        ),
      },
    },
  }).press('T');

/** The codebook page, by what is done on it. */
export const CODEBOOK_SCENES: Readonly<Record<string, (size: Size) => Session>> = {
  codebook: themes,
  'codebook, a child': size => themes(size).press('j'),
  'codebook, a merged theme': size => themes(size).press('G'),
  'codebook, the other pane': size => themes(size).press('Tab'),
  'codebook, a new theme': size => themes(size).press('a').type('The chair'),
  'codebook, fields': size => themes(size).press('e', 'j', 'j'),
  'codebook, a field': size => themes(size).press('e', 'j', 'Enter').type(' And who.'),
  'codebook, a merge': size => themes(size).press('j', 'j', 'M', 'j', 'Enter'),
  'codebook, a digit that is taken': size => themes(size).press('2'),
  'codebook, empty': size => new Session(firstState({ size, codebook: emptyCodebook })).press('T'),
};
