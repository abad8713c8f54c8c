import { Numbers } from '../../kpi/numbers.ts';

/** Names as numbers, each once. */
export class Names {
  readonly names: string[] = [];
  private readonly numbers = new Map<string, number>();

  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.names.push(name) - 1;
    this.numbers.set(name, number);
    return number;
  }
}

/** Accounts and content that money belongs to, as numbers of their keys. */
export type Named = { readonly accounts: Names; readonly contents: Names };

/** Money of accounts and their items as columns; accounts and items are numbers of names, −1 is none. */
export class Flows {
  private readonly own = [new Numbers(), new Numbers(), new Numbers(), new Numbers()] as const;

  get length(): number {
    return this.own[0].length;
  }

  get accounts(): Float64Array {
    return this.own[0].all;
  }

  get contents(): Float64Array {
    return this.own[1].all;
  }

  get days(): Float64Array {
    return this.own[2].all;
  }

  get amounts(): Float64Array {
    return this.own[3].all;
  }

  push(account: number, content: number, day: number, amount: number): void {
    this.own[0].push(account);
    this.own[1].push(content);
    this.own[2].push(day);
    this.own[3].push(amount);
  }
}
