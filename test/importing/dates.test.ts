import { expect, test } from 'vitest';
import { dateIn } from '../../src/importing/dates.ts';

test.each([
  ['2021-07-14', '2021-07-14'],
  ['2021-07-14T09:30:00+01:00', '2021-07-14'],
  ['2021-07', '2021-07'],
  ['Published date: 14 Jul 2021', '2021-07-14'],
  ['July 4th, 1776', '1776-07-04'],
  ['Monday, 13 September 2021', '2021-09-13'],
  ['13 Sept 2021', '2021-09-13'],
  ['le 3 mars 2020', '2020-03-03'],
  ['14. Juli 2021', '2021-07-14'],
  ['3 de enero de 2019', '2019-01-03'],
  ['25/12/2020', '2020-12-25'],
  ['12/25/2020', '2020-12-25'],
  ['03.04.2021', '2021-04-03'],
  ['2021年7月14日', '2021-07-14'],
  ['Wed, 14 Jul 2021 08:00:00 GMT', '2021-07-14'],
])('%s is %s', (words, date) => expect(dateIn(words)).toBe(date));

test.each([
  ['3/4/2021'],
  ['31 February 2021'],
  ['2021-13-01'],
  ['soon'],
  ['call 0800 789 321'],
  [''],
])('%j is no date for certain', words => expect(dateIn(words)).toBeNull());
