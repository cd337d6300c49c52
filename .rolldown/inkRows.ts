import { replacing } from './replacing.ts';

/**
 * Ink takes every line of every frame apart into styled characters, lays them into cells and puts the
 * rows together from those, though most rows of a frame were in the one before. What is kept: the
 * characters of a line, the lines of a text, a row by what was written into it, and words once they are
 * sanitised. So many of them, then all are forgotten at once.
 */
const MOST = 600;

/** A row is put together when it is asked for, and only if what was written into it is new. */
export const keptRows = replacing(/[\\/]ink[\\/]build[\\/]output\.js$/, {
  'export default class Output {': 'let kept = new OutputCaches();\nexport default class Output {',
  'caches = new OutputCaches();': `caches = kept.styledChars.size < ${MOST} && kept.rows.size < ${MOST} ? kept : (kept = new OutputCaches());`,
  'styledChars = new Map();': `styledChars = new Map();
    lines = new Map();
    rows = new Map();
    rowOf(width, { written = '', writes = [] }) {
        const name = width + ' ' + written;
        const known = this.rows.get(name);
        if (known !== undefined) return known;
        const cells = Array.from({ length: width }, () => ({ type: 'char', value: ' ', fullWidth: false, styles: [] }));
        for (const write of writes) write(cells);
        const words = styledCharsToString(cells.filter(cell => cell !== undefined)).trimEnd();
        this.rows.set(name, words);
        return words;
    }`,
  'for (const character of this.caches.getStyledChars(text)) {':
    'for (const character of this.caches.lines.has(text) ? [] : this.caches.getStyledChars(text)) {',
  'let lines = characterLines.map(line => styledCharsToString(line));':
    'let lines = this.caches.lines.get(text) ?? characterLines.map(line => styledCharsToString(line));\nthis.caches.lines.set(text, lines);',
  'const currentLine = output[y + index];': 'const row = output[y + index];',
  'if (!currentLine) {': 'if (!row) {',
  'const characters = this.caches.getStyledChars(line);\n': `row.written = (row.written ?? '') + x + ':' + line + '\\n';
            (row.writes ??= []).push(currentLine => {
            const characters = this.caches.getStyledChars(line);
`,
  'if (characters.length === 0) {\n                continue;':
    'if (characters.length === 0) {\n                return;',
  'currentLine[offsetX] = blankCell(currentLine[offsetX]);\n            }\n        }':
    'currentLine[offsetX] = blankCell(currentLine[offsetX]);\n            }\n            });\n        }',
  'const row = [];': 'const row = {};',
  [`for (let x = 0; x < this.width; x++) {
                row.push({
                    type: 'char',
                    value: ' ',
                    fullWidth: false,
                    styles: [],
                });
            }`]: '',
  'const lineWithoutEmptyItems = line.filter(item => item !== undefined);': '',
  'return styledCharsToString(lineWithoutEmptyItems).trimEnd();':
    'return this.caches.rowOf(this.width, line);',
});

/** What was sanitised for one frame is not looked at again for the next. */
export const keptWords = replacing(/[\\/]ink[\\/]build[\\/]squash-text-nodes\.js$/, {
  'const squashTextNodes = (node) => {': `const sanitised = new Map();
const kept = text => {
    const known = sanitised.get(text);
    if (known !== undefined) return known;
    if (sanitised.size >= ${MOST}) sanitised.clear();
    const clean = sanitizeAnsi(text);
    sanitised.set(text, clean);
    return clean;
};
const squashTextNodes = (node) => {`,
  "text = sanitizeAnsi(text.replaceAll('\\r\\n', '\\n'));":
    "text = kept(text.replaceAll('\\r\\n', '\\n'));",
});
