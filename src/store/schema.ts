// The small build of zod: it loads in 2 ms where the whole takes 12, and every command pays for that.
import * as z from 'zod/mini';
import { isJsonObject, listOf } from './jsonObject.ts';
import { isOrdinaryItem } from './ordinaryItem.ts';
import {
  FORMAT_VERSION,
  migrated,
  newerWords,
  type VersionedKind,
  versionOf,
  withVersion,
} from './versions.ts';
import { selectorsOf } from './w3c.ts';

/** What a format makes of parsed JSON: data it can work with, or the reason why not, in words. */
export type Checked<T> =
  /** `version`: the one that the file has; the data is that of the present one. */
  | { kind: 'good'; data: T; version: number }
  /** Of a later version, as far as it can be understood: it may be read and must not be written. */
  | { kind: 'newer'; data: T; version: number; problem: string }
  | { kind: 'refused'; problem: string; remedy?: string };

const text = z.string('must be text');
const filledText = text.check(z.minLength(1, 'must not be empty'));
const position = z.int('must be a whole number').check(z.gte(0, 'must not be negative'));

const quoteSelector = z.looseObject({
  exact: text,
  prefix: z.optional(text),
  suffix: z.optional(text),
});
const positionSelector = z
  .looseObject({ start: position, end: position })
  .check(z.refine(({ start, end }) => start <= end, 'must not end before it starts'));

/** An item of a page, whichever program made it. */
export const item = z
  .looseObject(
    {
      id: filledText,
      type: z.optional(z.unknown()),
      created: z.optional(text),
      modified: z.optional(text),
    },
    'must be an annotation',
  )
  .check(
    z.refine(({ type }) => listOf(type).includes('Annotation'), {
      path: ['type'],
      message: 'must be "Annotation"',
    }),
    z.check(({ value, issues }) => {
      for (const { path, selector } of selectorsOf(value)) {
        const found = SELECTORS.get(selector.type)?.safeParse(selector).error?.issues ?? [];
        for (const { message, path: inside } of found) {
          issues.push({ code: 'custom', input: selector, path: [...path, ...inside], message });
        }
      }
    }),
  );

const SELECTORS = new Map<unknown, z.ZodMiniType>([
  ['TextQuoteSelector', quoteSelector],
  ['TextPositionSelector', positionSelector],
]);

/** Refuses a list in which two entries have one id: nobody could say which of them is meant. */
export const noDoubleIds = z.check<readonly { id: string }[]>(({ value, issues }) => {
  const seen = new Map<string, number>();
  for (const [index, { id }] of value.entries()) {
    const first = seen.get(id);
    seen.set(id, index);
    if (first === undefined) continue;
    const message = `has the id of entry ${first + 1}, ${JSON.stringify(id)}`;
    issues.push({ code: 'custom', input: value, path: [index], message });
  }
});

const version = z.literal(FORMAT_VERSION, `must be ${FORMAT_VERSION}`);
const list = 'must be a list';
const digit = 'must be a digit from 1 to 9';

const page = z.looseObject(
  {
    id: text,
    type: z.literal('AnnotationPage', 'must be "AnnotationPage"'),
    marginalia: z.looseObject(
      {
        version,
        text,
        /** Of the text that all selectors were made for; `null` if they were made for several. */
        sha256: z.nullable(text.check(z.regex(/^[0-9a-f]{64}$/, 'must be a sha256 in hex'))),
      },
      'must be an object',
    ),
    items: z.array(item, list).check(noDoubleIds),
  },
  'must be an annotation page',
);

const theme = z.looseObject(
  {
    id: filledText,
    name: text,
    definition: z.optional(text),
    include: z.optional(text),
    exclude: z.optional(text),
    memo: z.optional(text),
    colour: z.optional(text),
    mark: z.optional(text),
    key: z.optional(z.nullable(z.int(digit).check(z.gte(1, digit), z.lte(9, digit)))),
    patterns: z.optional(z.array(text, list)),
    parent: z.optional(z.nullable(text)),
    status: z.optional(
      z.enum(['active', 'retired', 'merged'], 'must be active, retired or merged'),
    ),
    mergedInto: z.optional(z.nullable(text)),
  },
  'must be a theme',
);

const codebook = z.looseObject(
  { version, themes: z.array(theme, list).check(noDoubleIds) },
  'must be a codebook',
);

export type PageData = z.output<typeof page>;
export type ItemData = z.output<typeof item>;
export type CodebookData = z.output<typeof codebook>;
export type ThemeData = z.output<typeof theme>;

/** Checks an annotation page. The data is the very object that was given, keys in their order. */
export const checkPage = (data: unknown): Checked<PageData> =>
  isGoodPage(data) ? { kind: 'good', data, version: FORMAT_VERSION } : check(page, data, 'page');

/** Items of other programs that were checked. They are never changed, so a page with one new item has one to check. */
const good = new WeakSet<object>();

const isGoodItem = (one: unknown): one is ItemData =>
  isOrdinaryItem(one) ||
  (isJsonObject(one) && (good.has(one) || (conforms(item, one) && Boolean(good.add(one)))));

/** Whether a page is in order, item by item, the quickest way; what is wrong with it the schema says. */
function isGoodPage(data: unknown): data is PageData {
  if (!isJsonObject(data) || !Array.isArray(data.items)) return false;
  const items: unknown[] = data.items;
  if (!items.every(isGoodItem)) return false;
  const ids = new Set(items.map(one => one.id));
  return ids.size === items.length && conforms(page, { ...data, items: [] });
}

/** The same for a codebook. */
export const checkCodebook = (data: unknown): Checked<CodebookData> =>
  check(codebook, data, 'codebook');

/** Checks data of any kind and version; that of an older one is made into the present one's. */
export function check<S extends z.ZodMiniType>(
  schema: S,
  data: unknown,
  kind: VersionedKind,
): Checked<z.output<S>> {
  const version = versionOf(kind, data) ?? FORMAT_VERSION;
  if (version > FORMAT_VERSION) return checkNewer(schema, data, kind, version);
  const isOlder = version < FORMAT_VERSION && isJsonObject(data);
  const present = isOlder ? migrated(kind, data, version) : data;
  return conforms(schema, present)
    ? { kind: 'good', data: present, version }
    : { kind: 'refused', problem: firstProblem(schema, present) };
}

/** A later version may only have added something: what is known of it can be read. */
function checkNewer<S extends z.ZodMiniType>(
  schema: S,
  data: unknown,
  kind: VersionedKind,
  version: number,
): Checked<z.output<S>> {
  const problem = newerWords(version);
  const known = isJsonObject(data) ? withVersion(kind, data) : data;
  return conforms(schema, known)
    ? { kind: 'newer', data: known, version, problem }
    : { kind: 'refused', problem, remedy: 'update Marginalia to read it' };
}

// None of the schemas changes a value, so what passes may keep its own object: zod's copy would have
// its keys in another order, and files would change that nobody has touched.
function conforms<S extends z.ZodMiniType>(schema: S, data: unknown): data is z.output<S> {
  return schema.safeParse(data).success;
}

function firstProblem(schema: z.ZodMiniType, data: unknown): string {
  const issue = schema.safeParse(data).error?.issues[0];
  if (issue === undefined) return 'cannot be read';
  return issue.path.length === 0
    ? issue.message
    : `has a fault: ${pathOf(issue.path)} ${issue.message}`;
}

/** `items[3].target`: places in lists from 0, as programs count them. */
const pathOf = (path: readonly PropertyKey[]): string =>
  path
    .map(key => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .slice(1);
