import type { IStylesOptions } from 'docx';
import type { ThemeColour } from '../../model/codebook.ts';

const SERIF = 'Georgia';
const SANS = 'Calibri';
const INK = '16181D';
const REST = '54575D';

/** Ids of our own paragraph styles; Word shows their names in its gallery. */
export const QUOTATION = 'MarginaliaQuotation';
export const SOURCE = 'MarginaliaSource';
export const CONTENTS = 'MarginaliaContents';

/** Sizes are half points, spaces twentieths of a point. */
export const STYLES: IStylesOptions = {
  default: {
    document: {
      run: { font: SERIF, size: 22, color: INK },
      paragraph: { spacing: { after: 120, line: 288 } },
    },
    title: {
      run: { font: SANS, size: 40, bold: true, color: INK },
      paragraph: { spacing: { after: 200 } },
    },
    heading1: {
      run: { font: SANS, size: 30, bold: true, color: INK },
      paragraph: { spacing: { before: 480, after: 120 }, keepNext: true },
    },
    heading2: {
      run: { font: SANS, size: 24, bold: true, color: INK },
      paragraph: { spacing: { before: 320, after: 80 }, keepNext: true },
    },
    hyperlink: { run: { color: '083F70', underline: {} } },
  },
  paragraphStyles: [
    {
      id: QUOTATION,
      name: 'Quotation',
      basedOn: 'Normal',
      next: SOURCE,
      quickFormat: true,
      paragraph: { indent: { left: 340 }, spacing: { before: 160, after: 60 }, keepNext: true },
    },
    {
      id: SOURCE,
      name: 'Source of quotation',
      basedOn: 'Normal',
      quickFormat: true,
      run: { font: SANS, size: 19, color: REST },
      paragraph: { indent: { left: 340 }, spacing: { after: 200 } },
    },
    {
      id: CONTENTS,
      name: 'Heading of contents',
      basedOn: 'Normal',
      run: { font: SANS, size: 24, bold: true },
      paragraph: { spacing: { before: 400, after: 80 }, keepNext: true },
    },
  ],
};

/** The colour of a theme on white paper, and the light shade behind its quotations; hex without #. */
export const THEME_SHADES: Readonly<Record<ThemeColour, { ink: string; shade: string }>> = {
  sky: { ink: '083F70', shade: 'E6F0F8' },
  orange: { ink: '7A4A06', shade: 'FBF0DC' },
  green: { ink: '0E7360', shade: 'E2F3EE' },
  pink: { ink: 'AC3AA4', shade: 'F8E8F3' },
  yellow: { ink: '766E06', shade: 'F7F6DC' },
  vermillion: { ink: '760C02', shade: 'FBE8E0' },
  violet: { ink: '6656DE', shade: 'ECEAFB' },
  grey: { ink: '4A4F50', shade: 'EDEFEF' },
};
