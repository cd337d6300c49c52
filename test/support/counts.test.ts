import { expect, test } from 'vitest';
import { countsLine, countTests, type ReportedModule } from './counts.ts';

/** A module whose tests ended in the given states, as vitest reports it. */
function moduleOf(states: string[], errors: unknown[] = [], groupErrors: unknown[] = []) {
  const tests = states.map(state => ({
    result: () => ({ state: state.replace(/ .*/, '') }),
    meta: () => (state.includes(' ') ? { leftOut: Number(state.split(' ')[1]) } : {}),
  }));
  return {
    errors: () => errors,
    children: { allTests: () => tests, allSuites: () => [{ errors: () => groupErrors }] },
  } satisfies ReportedModule;
}

test('all modules are added up', () => {
  const modules = [moduleOf(['passed', 'passed', 'failed']), moduleOf(['skipped', 'passed'])];
  expect(countsLine(countTests(modules))).toBe('3 passed, 1 failed, 1 skipped');
});

test('a skipped test counts for the cases that it stands for', () => {
  const modules = [moduleOf(['skipped 42', 'skipped'])];
  expect(countTests(modules)).toEqual({ passed: 0, failed: 0, skipped: 43 });
});

test('a file that cannot be loaded, a broken hook and a test that never ran are failures', () => {
  const modules = [
    moduleOf([], ['syntax']),
    moduleOf(['passed'], [], ['hook']),
    moduleOf(['pending']),
  ];
  expect(countTests(modules)).toEqual({ passed: 1, failed: 3, skipped: 0 });
});
