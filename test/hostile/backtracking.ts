/**
 * How much a regular expression may try before it gives up. A pattern is an automaton; where two ways through it read
 * the same text again and again, a text that fits neither in the end makes the search try all of them: exponentially many
 * where both lead back to the same state, a power of the length where one loop hands over to another. (Weber and Seidl,
 * "On the degree of ambiguity of finite automata".)
 */
import { looksIn, type Node, parsePattern } from './pattern-parser.ts';

export type Degree = 'linear' | 'power' | 'exponential';

type Edge = { readonly atom: string; readonly to: number };
type Automaton = { readonly edges: Edge[][]; readonly silent: number[][]; accept: number };

/** A count above it is taken for it: what repeats so often repeats enough to show. */
const COPIES = 3;

class Builder {
  readonly edges: Edge[][] = [];
  readonly silent: number[][] = [];

  state(): number {
    this.edges.push([]);
    return this.silent.push([]) - 1;
  }

  /** Adds what a node reads from a state on; gives the state after it. */
  add(node: Node, from: number): number {
    if (node.kind === 'atom') {
      const to = this.state();
      this.edges[from]!.push({ atom: node.source, to });
      return to;
    }
    if (node.kind === 'all') return node.parts.reduce((at, part) => this.add(part, at), from);
    if (node.kind === 'any') return this.join(node.choices.map((choice) => this.add(choice, from)));
    if (node.kind === 'repeat') return this.repeat(node, from);
    return from;
  }

  join(ends: readonly number[]): number {
    const to = this.state();
    for (const end of ends) this.silent[end]!.push(to);
    return to;
  }

  repeat({ body, min, max }: Extract<Node, { kind: 'repeat' }>, from: number): number {
    let at = from;
    for (let i = 0; i < Math.min(min, COPIES); i++) at = this.add(body, this.join([at]));
    if (max === Infinity) {
      const loop = this.join([at]);
      this.silent[this.add(body, loop)]!.push(loop);
      return this.join([loop]);
    }
    const ends = [at];
    for (let i = Math.min(min, COPIES); i < Math.min(max, COPIES + 1); i++) {
      at = this.add(body, this.join([at]));
      ends.push(at);
    }
    return this.join(ends);
  }
}

const ends = (node: Node): boolean =>
  node.kind === 'end' ||
  (node.kind === 'all' && node.parts.some(ends)) ||
  (node.kind === 'any' && node.choices.some(ends));
const starts = (node: Node): boolean =>
  node.kind === 'start' ||
  (node.kind === 'all' && node.parts.length > 0 && starts(node.parts[0]!)) ||
  (node.kind === 'any' && node.choices.every(starts));

/** One sign of each kind that a pattern tells apart. */
function alphabet(atoms: readonly string[]): string[] {
  const usual = [...'aZ5_ \t\n\r-.,;:/\\"\'<>=+%()内é年€\u00a0\u200b', '\u{1f600}'];
  const own = atoms.flatMap((atom) =>
    [...atom].flatMap((sign) => {
      const code = sign.codePointAt(0)!;
      return [sign, String.fromCodePoint(code + 1), String.fromCodePoint(Math.max(0, code - 1))];
    }),
  );
  return [...new Set([...usual, ...own])];
}

/** For each atom the signs that it reads, one bit a sign. */
function readersOf(atoms: readonly string[], flags: string): Map<string, bigint> {
  const signs = alphabet(atoms);
  return new Map(
    atoms.map((atom) => {
      const pattern = new RegExp(`^(?:${atom})$`, flags.replace(/[gym]/g, ''));
      return [
        atom,
        signs.reduce((bits, sign, i) => (pattern.test(sign) ? bits | (1n << BigInt(i)) : bits), 0n),
      ];
    }),
  );
}

type Step = { readonly bits: bigint; readonly to: number };
/** Steps without silent ones: each way from a state by a sign, once for each path that leads there. */
type Machine = { readonly steps: readonly (readonly Step[])[]; readonly canStop: readonly boolean[] };

function closure({ silent }: Automaton, from: number): number[] {
  const seen = new Set([from]);
  for (const at of seen) for (const to of silent[at]!) seen.add(to);
  return [...seen];
}

function machineOf(
  automaton: Automaton,
  readers: ReadonlyMap<string, bigint>,
  canStopEarly: boolean,
): Machine {
  const reached = automaton.edges.map((_, state) => closure(automaton, state));
  return {
    steps: reached.map((states) =>
      states.flatMap((at) => automaton.edges[at]!.map(({ atom, to }) => ({ bits: readers.get(atom)!, to }))),
    ),
    canStop: reached.map((states) => canStopEarly && states.includes(automaton.accept)),
  };
}

/** Whether states that read the same signs in step can go from one tuple to another. */
function reaches({ steps }: Machine, from: readonly number[], to: readonly number[]): boolean {
  const goal = to.join();
  const seen = new Set<string>();
  const open: (readonly number[])[] = [from];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    let moves: { bits: bigint; tuple: number[] }[] = [{ bits: -1n, tuple: [] }];
    for (const state of at) {
      moves = moves.flatMap(({ bits, tuple }) =>
        steps[state]!.flatMap((step) => {
          const both = bits & step.bits;
          return both === 0n ? [] : [{ bits: both, tuple: [...tuple, step.to] }];
        }),
      );
    }
    for (const { tuple } of moves) {
      const key = tuple.join();
      if (key === goal) return true;
      if (seen.has(key)) continue;
      seen.add(key);
      open.push(tuple);
    }
  }
  return false;
}

/** Two ways from a state that part by the same sign and come back to it: twice as many ways with each turn. */
function isExponential(machine: Machine, loops: readonly number[]): boolean {
  return loops.some((state) => {
    const steps = machine.steps[state]!;
    return steps.some((one, i) =>
      steps.some(
        (other, k) =>
          k > i && (one.bits & other.bits) !== 0n && reaches(machine, [one.to, other.to], [state, state]),
      ),
    );
  });
}

/** A loop that hands over to another one, both of which read the same. */
function isPower(machine: Machine, loops: readonly number[]): boolean {
  return loops.some((one) =>
    loops.some(
      (other) =>
        one !== other &&
        !machine.canStop[other] &&
        reaches(machine, [one], [other]) &&
        reaches(machine, [one, one, other], [one, other, other]),
    ),
  );
}

/** An unbounded repeat of what may be empty and repeats without bound itself: `(a*)*`. */
function nests(node: Node): boolean {
  if (node.kind === 'all') return node.parts.some(nests);
  if (node.kind === 'any') return node.choices.some(nests);
  if (node.kind !== 'repeat') return false;
  return nests(node.body) || (node.max === Infinity && isNullable(node.body) && hasLoop(node.body));
}

function isNullable(node: Node): boolean {
  if (node.kind === 'all') return node.parts.every(isNullable);
  if (node.kind === 'any') return node.choices.some(isNullable);
  return node.kind === 'repeat' ? node.min === 0 || isNullable(node.body) : node.kind !== 'atom';
}

function hasLoop(node: Node): boolean {
  if (node.kind === 'all') return node.parts.some(hasLoop);
  if (node.kind === 'any') return node.choices.some(hasLoop);
  return node.kind === 'repeat' && (node.max === Infinity || hasLoop(node.body));
}

/** The choices that begin anew at every sign of a text, and those that only begin where it begins. */
function entrances(builder: Builder, node: Node, isSearch: boolean): number {
  const first = builder.state();
  const choices = node.kind === 'any' ? node.choices : [node];
  const anywhere = builder.join([first]);
  const exits = choices.map((choice) => builder.add(choice, starts(choice) ? first : anywhere));
  if (isSearch && !choices.every(starts)) builder.edges[anywhere]!.push({ atom: '[^]', to: anywhere });
  return builder.join(exits);
}

function degreeOfNode(node: Node, flags: string, isSearch: boolean): Degree {
  if (nests(node)) return 'exponential';
  const builder = new Builder();
  const accept = entrances(builder, node, isSearch);
  const automaton: Automaton = { edges: builder.edges, silent: builder.silent, accept };
  const readers = readersOf([...new Set(builder.edges.flat().map(({ atom }) => atom))], flags);
  const machine = machineOf(automaton, readers, !ends(node));
  const loops = machine.steps.flatMap((_, state) => (reaches(machine, [state], [state]) ? [state] : []));
  if (
    isExponential(
      machine,
      loops.filter((state) => !machine.canStop[state]),
    )
  ) {
    return 'exponential';
  }
  return isPower(machine, loops) ? 'power' : 'linear';
}

/**
 * How the time of a regular expression grows with the length of a text that it does not fit.
 * @param source As `RegExp.source` gives it.
 * @param flags As `RegExp.flags` gives them.
 */
export function degreeOf(source: string, flags: string): Degree {
  const node = parsePattern(source);
  const degrees = [
    degreeOfNode(node, flags, !flags.includes('y')),
    ...looksIn(node).map((look) => degreeOfNode(look, flags, false)),
  ];
  if (degrees.includes('exponential')) return 'exponential';
  return degrees.includes('power') ? 'power' : 'linear';
}
