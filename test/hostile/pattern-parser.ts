/** A regular expression as a tree: as much of the syntax as backtracking depends on. */

export type Node =
  | { readonly kind: 'atom'; readonly source: string }
  | { readonly kind: 'end' }
  | { readonly kind: 'start' }
  | { readonly kind: 'empty' }
  /** A look ahead or behind, which is tried by itself. */
  | { readonly kind: 'look'; readonly body: Node }
  | { readonly kind: 'all'; readonly parts: readonly Node[] }
  | { readonly kind: 'any'; readonly choices: readonly Node[] }
  | { readonly kind: 'repeat'; readonly body: Node; readonly min: number; readonly max: number };

const ESCAPE = /^\\(?:u\{[^}]*\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|k<[^>]*>|c[A-Za-z]|[\s\S])/;
const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,?)(\d*)\})\??/;
const GROUP = /^\((?:\?(?:[:=!]|<[=!]|<\w+>))?/;

class Parser {
  rest: string;

  constructor(source: string) {
    this.rest = source;
  }

  take(length: number): string {
    const taken = this.rest.slice(0, length);
    this.rest = this.rest.slice(length);
    return taken;
  }

  choices(): Node {
    const choices = [this.sequence()];
    while (this.rest.startsWith('|')) {
      this.take(1);
      choices.push(this.sequence());
    }
    return choices.length === 1 ? choices[0]! : { kind: 'any', choices };
  }

  sequence(): Node {
    const parts: Node[] = [];
    while (this.rest !== '' && !/^[|)]/.test(this.rest)) parts.push(this.repeated(this.one()));
    return { kind: 'all', parts };
  }

  repeated(body: Node): Node {
    const found = QUANTIFIER.exec(this.rest);
    if (found === null) return body;
    const sign = this.take(found[0].length)[0];
    if (sign === '*') return { kind: 'repeat', body, min: 0, max: Infinity };
    if (sign === '+') return { kind: 'repeat', body, min: 1, max: Infinity };
    if (sign === '?') return { kind: 'repeat', body, min: 0, max: 1 };
    const min = Number(found[1]);
    const max = found[2] === '' ? min : found[3] === '' ? Infinity : Number(found[3]);
    return { kind: 'repeat', body, min, max };
  }

  one(): Node {
    const group = GROUP.exec(this.rest);
    if (group !== null) {
      this.take(group[0].length);
      const body = this.choices();
      if (this.take(1) !== ')') throw new Error(`no end of a group before ${this.rest}`);
      return /[=!]$/.test(group[0]) ? { kind: 'look', body } : body;
    }
    if (this.rest.startsWith('[')) return this.charClass();
    const escaped = ESCAPE.exec(this.rest)?.[0];
    if (escaped !== undefined) {
      this.take(escaped.length);
      return /^\\(?:[bB1-9]|k<)/.test(escaped) ? { kind: 'empty' } : { kind: 'atom', source: escaped };
    }
    const sign = String.fromCodePoint(this.rest.codePointAt(0)!);
    this.take(sign.length);
    if (sign === '$') return { kind: 'end' };
    return sign === '^' ? { kind: 'start' } : { kind: 'atom', source: sign };
  }

  charClass(): Node {
    let length = 1;
    while (this.rest[length] !== ']') {
      if (length >= this.rest.length) throw new Error('no end of a class');
      length += this.rest[length] === '\\' ? 2 : 1;
    }
    return { kind: 'atom', source: this.take(length + 1) };
  }
}

/**
 * Reads a regular expression.
 * @param source As `RegExp.source` gives it.
 */
export function parsePattern(source: string): Node {
  const parser = new Parser(source);
  const node = parser.choices();
  if (parser.rest !== '') throw new Error(`cannot be read from ${parser.rest}`);
  return node;
}

/** The looks of a pattern, which are tried by themselves, the innermost too. */
export function looksIn(node: Node): Node[] {
  if (node.kind === 'look') return [node.body, ...looksIn(node.body)];
  if (node.kind === 'all') return node.parts.flatMap(looksIn);
  if (node.kind === 'any') return node.choices.flatMap(looksIn);
  return node.kind === 'repeat' ? looksIn(node.body) : [];
}
