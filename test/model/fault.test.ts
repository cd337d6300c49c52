import { expect, test } from 'vitest';
import { BrokenFile, Fault, Locked, systemReason, UsageFault } from '../../src/model/fault.ts';

test('a fault carries its message, its file and its cause', () => {
  const cause = new Error('inner');
  const fault = new BrokenFile('cannot be read', { file: 'a.json', cause });
  expect(fault).toBeInstanceOf(Fault);
  expect(fault).toMatchObject({
    name: 'BrokenFile',
    message: 'cannot be read',
    file: 'a.json',
    cause,
  });
  expect(new Fault('alone').file).toBeNull();
  expect([new UsageFault('a').name, new Locked('b').name]).toEqual(['UsageFault', 'Locked']);
});

test.each([
  [
    Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
    'the disk is full',
  ],
  [Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }), 'no permission'],
  [Object.assign(new Error('strange\nsecond line'), { code: 'ESTRANGE' }), 'strange'],
  [new Error('plain'), 'plain'],
  ['a string', 'a string'],
  [undefined, 'undefined'],
])('the reason of %s is %j', (cause, reason) => {
  expect(systemReason(cause)).toBe(reason);
});
