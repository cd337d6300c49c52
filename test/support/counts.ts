/** What a test run came to. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** A test as vitest reports it. */
interface ReportedTest {
  result(): { state: string };
  meta(): { leftOut?: number };
}

/** A group of tests or a whole file; its own errors are those outside any test. */
interface ReportedGroup {
  errors(): readonly unknown[];
}

export interface ReportedModule extends ReportedGroup {
  children: {
    allTests(): Iterable<ReportedTest>;
    allSuites(): Iterable<ReportedGroup>;
  };
}

/**
 * Adds up a run of vitest. A file or a group with an error outside its tests counts as one failure,
 * for its tests may never have run; a skipped test counts for all the cases that it stands for.
 */
export function countTests(modules: Iterable<ReportedModule>): Counts {
  const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
  for (const module of modules) {
    for (const group of [module, ...module.children.allSuites()]) {
      if (group.errors().length > 0) counts.failed++;
    }
    for (const test of module.children.allTests()) countTest(counts, test);
  }
  return counts;
}

function countTest(counts: Counts, test: ReportedTest): void {
  const { state } = test.result();
  if (state === 'passed') counts.passed++;
  else if (state === 'skipped') counts.skipped += test.meta().leftOut ?? 1;
  else counts.failed++; // failed, or never run
}

/** The last line of every test run. */
export const countsLine = ({ passed, failed, skipped }: Counts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
