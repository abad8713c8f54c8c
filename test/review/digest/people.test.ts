import { isNamed } from '../../../src/kpi/names.ts';
import { isAddress, peopleIn, recipientsOf } from '../../../src/review/digest/people.ts';

const TEAM = [
  { name: 'Ana', email: 'ana@example.com' },
  { name: 'Bo', email: '' },
  { name: 'Cy', email: 'cy@example' },
  { name: 'Di', email: 'DI@example.com' },
];

test('without a list everyone of the team with an address gets mail, once', () => {
  expect(recipientsOf('', [...TEAM, { name: 'Ana 2', email: 'ANA@example.com' }])).toEqual({
    people: [TEAM[0], TEAM[3]],
    unknown: ['cy@example'],
  });
});

test('a list names people by name or address, in any of the usual commas', () => {
  expect(recipientsOf('di@example.com，ana；new@example.com、Bo, Nobody', TEAM)).toEqual({
    people: [TEAM[3], TEAM[0], { name: '', email: 'new@example.com' }],
    unknown: ['Bo', 'Nobody'],
  });
});

test.each([
  ['Ana, Bo', 'bo', true],
  ['Ａna；Bo', 'Ana', true],
  ['Smith, Jo', 'Smith, Jo', true],
  ['Ana, Bo', 'An', false],
  ['', '', false],
])('“%s” names “%s”: %s', (text, name, expected) => expect(isNamed(text, name)).toBe(expected));

test.each([
  ['a@b.c', true],
  ['a@b', false],
  ['a b@c.d', false],
  ['<a@b.c>', false],
  ['a@b.c,d@e.f', false],
])('%s is an address: %s', (text, expected) => expect(isAddress(text)).toBe(expected));

test('the examples of the sheet are nobody', () => {
  const table = {
    key: 'team',
    title: 'Team',
    rows: 3,
    columns: {
      name: ['Example Lin', ' Ana ', null],
      email: ['lin@example.com', 'ana@example.com', null],
    },
  };
  expect(peopleIn(table)).toEqual([{ name: 'Ana', email: 'ana@example.com' }]);
});
