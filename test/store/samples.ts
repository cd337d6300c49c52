import { hash } from 'node:crypto';
import type { Annotation, Selector } from '../../src/model/annotation.ts';
import { Store, type StoreOptions } from '../../src/store/store.ts';
import { makeProject, type TestProject } from '../support/project.ts';

/** The hash of a text, as the project hands it in. */
export const shaOf = (text: string): string => hash('sha256', text);

export const SHA = shaOf('the text as it was');

/** `urn:uuid:…` with a number in it. */
export const idOf = (n: number): string =>
  `urn:uuid:00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

/** A tag on the words `exact` from `start`; the id comes from `n`. */
export function tag(n: number, fields: Partial<Annotation> = {}): Annotation {
  return {
    id: idOf(n),
    text: 'interview',
    theme: 'encryption',
    coder: 'alex',
    memo: null,
    key: false,
    created: '2026-11-22T10:00:00.000Z',
    modified: '2026-11-22T10:00:00.000Z',
    selector: selectorAt(n * 10),
    ...fields,
  };
}

export const selectorAt = (start: number, exact = 'passage'): Selector => ({
  exact,
  prefix: 'before ',
  suffix: ' after',
  start,
  end: start + exact.length,
});

export const TARGET = { coder: 'alex', text: 'interview', file: 'interview.md', sha256: SHA };
export const PAGE_FILE = 'annotations/alex/interview.json';
export const BACKUP_FILE = 'annotations/.marginalia/backups/alex/interview.json';
export const LOCK_FILE = 'annotations/.marginalia/locks/alex/interview.json.lock';

export const storeOf = (project: TestProject, options?: StoreOptions): Store =>
  new Store(project.path('annotations'), options);

/** A project whose page on the interview holds the annotations, written by the store itself. */
export async function projectWith(...annotations: Annotation[]): Promise<TestProject> {
  const project = makeProject({ 'interview.md': 'the text as it was' });
  await storeOf(project).changePage(TARGET, () => annotations);
  return project;
}

/** A page in JSON, as another program might write it. */
export const pageJson = (items: readonly unknown[], fields: object = {}) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:uuid:11111111-1111-4111-8111-111111111111',
  type: 'AnnotationPage',
  marginalia: { version: 1, text: 'interview', sha256: SHA },
  ...fields,
  items,
});
