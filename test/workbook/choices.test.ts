import { choiceKey, choiceWord } from '../../src/workbook/choices.ts';
import { DIRECTIONS, FACT_KINDS, PLATFORMS } from '../../src/workbook/sheets/choices.ts';

test('a dropdown cell is understood by key or word, in either language', () => {
  expect(
    ['cumulative', 'Total to date', ' total TO date ', '累计值'].map((cell) => choiceKey(FACT_KINDS, cell)),
  ).toEqual(Array(4).fill('cumulative'));
  expect(['', null, undefined, 7, true, 'weekly'].map((cell) => choiceKey(FACT_KINDS, cell))).toEqual(
    Array(6).fill(null),
  );
});

test('full-width letters and signs are the usual ones, on both sides', () => {
  const words = ['ｄｏｗｎ', 'Ｄｏｗｎ', '越低越好', '　down'];
  expect(words.map((cell) => choiceKey(DIRECTIONS, cell))).toEqual(Array(4).fill('down'));
  for (const cell of ['越低越好（目标÷实际）', '越低越好(目标÷实际)', 'down－ratio'])
    expect(choiceKey(DIRECTIONS, cell)).toBe('down-ratio');
});

test('every choice is written and read back in both languages', () => {
  for (const { key } of PLATFORMS) {
    expect(choiceKey(PLATFORMS, choiceWord(PLATFORMS, key, 'en'))).toBe(key);
    expect(choiceKey(PLATFORMS, choiceWord(PLATFORMS, key, 'zh-CN'))).toBe(key);
  }
  expect(choiceWord(PLATFORMS, 'myspace', 'en')).toBe('myspace');
});
