import { type Letter, type LetterSection, oneLine } from './letter.ts';

/** A row in words, since columns do not line up in a mail or a chat: the first cell names it, the others say what. */
function rowText({ columns }: LetterSection, row: readonly string[]): string {
  const parts = row.map(oneLine).flatMap((cell, i) => {
    if (i === 0) return [cell];
    return cell === '' ? [] : [`${columns[i]} ${cell}`];
  });
  return `• ${parts.join(' · ')}`;
}

/**
 * A letter as plain text, for mail and for chats. Every line from outside stands behind a bullet, so that none begins
 * like a formula.
 * @param letter What is said.
 * @example textOf({ subject: 'S', title: 'T', sentences: ['=1+1'], sections: [], footer: '' }) //=> 'T\n\n• =1+1'
 */
export function textOf(letter: Letter): string {
  const sections = letter.sections.map((section) =>
    [section.title, ...section.rows.map((row) => rowText(section, row))].join('\n'),
  );
  const link = letter.link === undefined ? '' : `${letter.link.text}\n${letter.link.url}`;
  const sentences = letter.sentences.map((sentence) => `• ${oneLine(sentence)}`).join('\n');
  return [oneLine(letter.title), sentences, ...sections, link, letter.footer]
    .filter((part) => part !== '')
    .join('\n\n');
}
