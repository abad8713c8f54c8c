import { type Language, say, type TextCode } from '../text/index.ts';
import { choiceWord } from '../workbook/choices.ts';
import { sheetTemplate } from '../workbook/sheets/index.ts';

/** Variables that are read out of other columns, with the words for them. */
const DERIVED: Readonly<Record<string, TextCode>> = {
  hour: 'VARIABLE_hour',
  weekday: 'VARIABLE_weekday',
  duration: 'VARIABLE_duration',
  title_length: 'VARIABLE_title_length',
  title_pattern: 'VARIABLE_title_pattern',
};

/**
 * Name of a variable that goes with weak content.
 * @param variable Key of section 6.
 * @param language Language of the reader.
 * @example variableName('hour', 'en') //=> 'Publishing time (sheet’s time zone)'
 */
export function variableName(variable: string, language: Language): string {
  const code = DERIVED[variable];
  if (code !== undefined) return say(language, code);
  const column = sheetTemplate('content').columns.find(({ key }) => key === variable);
  return column?.header[language] ?? variable;
}

/**
 * A level of a variable as people read it.
 * @param variable Key of section 6.
 * @param level Level as the engine labels it.
 * @param language Language of the reader.
 * @example variableLevel('weekday', '1', 'en') //=> 'Monday'
 */
export function variableLevel(variable: string, level: string, language: Language): string {
  switch (variable) {
    case 'weekday':
      return say(language, `WEEKDAY_${level}` as TextCode);
    case 'title_pattern':
      return say(language, `PATTERN_${level}` as TextCode);
    case 'hour':
      return say(language, 'LEVEL_HOURS', { level });
    case 'duration':
      return say(language, 'LEVEL_SECONDS', { level });
    case 'title_length':
      return say(language, 'LEVEL_CHARACTERS', { level });
    default: {
      const column = sheetTemplate('content').columns.find(({ key }) => key === variable);
      return column?.choices === undefined ? level : choiceWord(column.choices, level, language);
    }
  }
}
