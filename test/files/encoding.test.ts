import { decodeText } from '../../src/files/encoding.ts';
import { readFileTables } from '../../src/files/read-file.ts';

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const joined = (...parts: Uint8Array[]): Uint8Array => new Uint8Array(parts.flatMap((part) => [...part]));
const utf16 = (text: string, littleEndian: boolean): Uint8Array => {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let i = 0; i < text.length; i++) view.setUint16(i * 2, text.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
};
/** 内容,观看次数 and a title with an emoji, as Excel in Chinese saves them (GB18030; the emoji takes four bytes). */
const GB_HEADER = bytes(0xc4, 0xda, 0xc8, 0xdd, 0x2c, 0xb9, 0xdb, 0xbf, 0xb4, 0xb4, 0xce, 0xca, 0xfd, 0x0a);
const GB_SKULL = bytes(0x94, 0x39, 0xd6, 0x32);
const CHINESE = '内容,观看次数\nabc,7\n';

const code = (result: object): unknown =>
  'issue' in result ? (result.issue as { code: string }).code : result;

describe('encodings', () => {
  test.each([
    ['UTF-8', utf8(CHINESE), 'utf-8', true],
    ['UTF-8 with mark', joined(bytes(0xef, 0xbb, 0xbf), utf8(CHINESE)), 'utf-8', true],
    ['UTF-16LE with mark', joined(bytes(0xff, 0xfe), utf16(CHINESE, true)), 'utf-16le', true],
    ['UTF-16BE with mark', joined(bytes(0xfe, 0xff), utf16(CHINESE, false)), 'utf-16be', true],
    ['UTF-16LE without mark', utf16(CHINESE, true), 'utf-16le', false],
    ['UTF-16BE without mark', utf16(CHINESE, false), 'utf-16be', false],
    ['GB18030', joined(GB_HEADER, utf8('abc,7\n')), 'gb18030', false],
  ])('%s', (_, content, encoding, sure) => {
    expect(decodeText(content)).toEqual({ text: CHINESE, encoding, sure });
  });

  test('GB18030 in four bytes', () => {
    expect(decodeText(joined(GB_HEADER, GB_SKULL))).toMatchObject({ text: '内容,观看次数\n💀' });
  });

  test('a UTF-8 title may hold a private-use character', () => {
    expect(decodeText(utf8('\uf8ff Watch'))).toMatchObject({ sure: true });
  });
});

describe('refused', () => {
  test.each([
    ['Latin-1', latin1('Content,Title\nabc,Año nuevo à la plage\n'), '0xF1', 2],
    ['Shift-JIS', joined(utf8('a\n'), bytes(0x83, 0x8d, 0x81, 0x5b, 0x83, 0x58, 0x83, 0x67)), '0x83', 2],
    ['Big5', joined(utf8('a\n'), bytes(0xa5, 0x78, 0xc6, 0x57, 0xbc, 0x76, 0xa4, 0xf9)), '0xA5', 2],
    ['UTF-8 with a damaged byte', joined(utf8('视频标题\n观看'), bytes(0xe8), utf8(',次数\n')), '0xE8', 2],
    ['UTF-8 that was read as Latin-1 and saved', utf8('a\nCafÃ©\u0080 \n'), 'U+0080', 2],
    ['replacement characters', utf8('a\nb\nCaf\ufffd\n'), 'U+FFFD', 3],
    ['a private-use character in GB18030', joined(GB_HEADER, bytes(0xaa, 0xa1, 0x0a)), 'U+E000', 2],
  ])('%s, naming byte and line', (_, content, byte, line) => {
    expect(decodeText(content)).toEqual({ issue: { code: 'FILE_ENCODING', values: { byte, line } } });
  });

  test.each([
    ['a NUL byte', utf8('Content,Views\nabc\0,7\n')],
    ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13)],
    ['many control characters', utf8('a\u0001b\u0002c\u0003d\u0004e\u0005f')],
    ['UTF-32', joined(...Array.from('Content', (letter) => bytes(letter.charCodeAt(0), 0, 0, 0)))],
  ])('%s is binary', (_, content) => {
    expect(code(decodeText(content))).toBe('FILE_BINARY');
  });

  test('a file that ends within a character was cut off', () => {
    const whole = utf8('内容,观看次数\nabc,视');
    expect(decodeText(whole.slice(0, -1))).toEqual({
      issue: { code: 'FILE_TRUNCATED', values: { row: 2 } },
    });
    expect(code(decodeText(joined(bytes(0xff, 0xfe), utf16('ab', true), bytes(0x41))))).toBe(
      'FILE_TRUNCATED',
    );
  });

  test.each([
    ['no bytes', bytes()],
    ['a mark alone', bytes(0xef, 0xbb, 0xbf)],
    ['blank lines', utf8('\r\n  \r\n')],
  ])('%s is empty', (_, content) => {
    expect(code(readFileTables(content, 'x.csv'))).toBe('FILE_EMPTY');
  });
});
