import type { Element } from 'hast';
import { h } from 'hastscript';
import { THEME_COLOURS, type Theme } from '../../model/codebook.ts';
import { visibleLine } from '../../model/visible.ts';

/** The class that gives a theme its colour; a colour of another program's is grey. */
export const colourClass = ({ colour }: Theme): string =>
  `c-${THEME_COLOURS.find(one => one === colour) ?? 'grey'}`;

/** A theme's mark in its colour, named for those who do not see it. */
export const marked = (theme: Theme): Element =>
  h(
    'span.mark',
    { className: ['mark', colourClass(theme)], title: visibleLine(theme.name) },
    visibleLine(theme.mark),
  );
