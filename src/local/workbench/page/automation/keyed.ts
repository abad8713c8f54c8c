/** Lists that follow the host without losing what is opened or focused in them. */

type Kept = { text: string; node: HTMLElement };

/** Makes a list's entries once and keeps those that stay the same. */
export class KeyedList<T> {
  private readonly parent: HTMLElement;
  private readonly keyOf: (item: T) => string | number;
  private readonly make: (item: T) => HTMLElement;
  private kept = new Map<string | number, Kept>();

  constructor(parent: HTMLElement, keyOf: (item: T) => string | number, make: (item: T) => HTMLElement) {
    this.parent = parent;
    this.keyOf = keyOf;
    this.make = make;
  }

  show(items: readonly T[]): void {
    const next = new Map<string | number, Kept>();
    for (const [index, item] of items.entries()) {
      const key = this.keyOf(item);
      const text = JSON.stringify(item);
      const known = this.kept.get(key);
      const kept = known?.text === text ? known : { text, node: this.make(item) };
      next.set(key, kept);
      const there = this.parent.children[index];
      if (there === kept.node) continue;
      if (known && there === known.node) there.replaceWith(kept.node);
      else this.parent.insertBefore(kept.node, there ?? null);
    }
    while (this.parent.children.length > items.length) this.parent.lastElementChild!.remove();
    this.kept = next;
  }

  node(key: string | number): HTMLElement | undefined {
    return this.kept.get(key)?.node;
  }
}
