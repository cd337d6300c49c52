import { isJsonObject, type JsonObject } from './jsonObject.ts';

/** The kinds of files that carry a version. */
export type VersionedKind = 'page' | 'codebook' | 'recipes' | 'state';

/** What a new version of the format changed, kind by kind; a kind that is left out stayed as it was. */
type Migration = Partial<Record<VersionedKind, (data: JsonObject) => JsonObject>>;

/**
 * Row n makes a file of version n + 1 of one of version n: the next version of the format is one more
 * row. A row gets data that nobody has checked, and the version is set for it.
 */
const MIGRATIONS: readonly Migration[] = [
  // Version 0 is a file without a number. Its page may lack the parts of the header as well.
  { page: data => withHeader(data, { text: '', sha256: null, ...headerOf(data) }) },
];

/** The version of all files that this program writes. */
export const FORMAT_VERSION = MIGRATIONS.length;

/** The version that parsed data says it has; 0 where it says none, `null` where it says nonsense. */
export function versionOf(kind: VersionedKind, data: unknown): number | null {
  const holder = kind === 'page' && isJsonObject(data) ? data.marginalia : data;
  if (!isJsonObject(holder)) return null;
  const { version = 0 } = holder;
  return typeof version === 'number' && Number.isInteger(version) && version >= 0 ? version : null;
}

/** The data of an older version as the present one has it. The object itself stays as it was. */
export function migrated(kind: VersionedKind, data: JsonObject, from: number): JsonObject {
  const rows = MIGRATIONS.slice(from);
  return withVersion(
    kind,
    rows.reduce((one, row) => row[kind]?.(one) ?? one, data),
  );
}

/** The data as if it were of the present version. */
export const withVersion = (kind: VersionedKind, data: JsonObject): JsonObject =>
  kind === 'page'
    ? withHeader(data, { ...headerOf(data), version: FORMAT_VERSION })
    : { ...data, version: FORMAT_VERSION };

const headerOf = ({ marginalia }: JsonObject): JsonObject =>
  isJsonObject(marginalia) ? marginalia : {};

/** Keys keep their places: what stands first in the file stands first in the next one. */
const withHeader = (data: JsonObject, marginalia: JsonObject): JsonObject => ({
  ...data,
  marginalia,
});

/** What is said of a file of a newer version, to follow its name. */
export const newerWords = (version: number): string =>
  `was written by a newer Marginalia (format ${version}; this one reads ${FORMAT_VERSION})`;
