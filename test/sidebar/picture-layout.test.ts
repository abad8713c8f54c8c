import fc from 'fast-check';
import { fitLine, textWidth, twoLines } from '../../sidebar/picture/fit-text.ts';
import { extentOf, layOut, type Measures } from '../../sidebar/picture/layout.ts';
import { firstView, fitted, showing, zoomed } from '../../sidebar/picture/view.ts';

const MEASURES: Measures = { width: 200, height: 90, across: 60, near: 16, far: 30 };
const STEP = MEASURES.width + MEASURES.across;

/** Parents of nodes, each among those before it; −1 is a root. */
const forest = fc.array(fc.nat(), { minLength: 1, maxLength: 120 }).map((picks) => {
  const parents = picks.map((pick, node) => (node === 0 ? -1 : (pick % (node + 1)) - 1));
  const children = parents.map((_, node) => parents.flatMap((parent, at) => (parent === node ? [at] : [])));
  return { parents, children, roots: parents.flatMap((parent, at) => (parent < 0 ? [at] : [])) };
});

const below = (children: readonly (readonly number[])[], node: number): number[] => [
  node,
  ...(children[node] ?? []).flatMap((child) => below(children, child)),
];

describe('a tidy tree', () => {
  test('draws every node once, each generation one column further', () => {
    fc.assert(
      fc.property(forest, ({ parents, children, roots }) => {
        const places = layOut(children, roots, MEASURES);
        expect(places.size).toBe(parents.length);
        parents.forEach((parent, node) => {
          expect(places.get(node)?.x).toBe(parent < 0 ? 0 : (places.get(parent)?.x ?? 0) + STEP);
        });
      }),
    );
  });

  test('no two cards overlap or touch: neighbours keep their distance', () => {
    fc.assert(
      fc.property(forest, ({ parents, children, roots }) => {
        const places = layOut(children, roots, MEASURES);
        const columns = new Map<number, { y: number; parent: number }[]>();
        for (const [node, { x, y }] of places) {
          columns.set(x, [...(columns.get(x) ?? []), { y, parent: parents[node] ?? -1 }]);
        }
        for (const column of columns.values()) {
          column.sort((a, b) => a.y - b.y);
          column.slice(1).forEach(({ y, parent }, at) => {
            const before = column[at] as { y: number; parent: number };
            const gap = parent === before.parent ? MEASURES.near : MEASURES.far;
            expect(y - before.y).toBeGreaterThanOrEqual(MEASURES.height + gap - 1e-6);
          });
        }
      }),
    );
  });

  test('parents stand in the middle of their first and last child, and children keep their order', () => {
    fc.assert(
      fc.property(forest, ({ children, roots }) => {
        const places = layOut(children, roots, MEASURES);
        const y = (node: number): number => places.get(node)?.y ?? Number.NaN;
        children.forEach((family, node) => {
          if (family.length === 0) return;
          const middle = (y(family[0] as number) + y(family.at(-1) as number)) / 2;
          expect(y(node)).toBeCloseTo(middle, 6);
          family.slice(1).forEach((child, at) => {
            expect(y(child)).toBeGreaterThan(y(family[at] as number));
          });
        });
      }),
    );
  });

  test('like parts look alike wherever they hang, and the whole begins at 0, 0', () => {
    fc.assert(
      fc.property(forest, ({ children, roots }) => {
        const places = layOut(children, roots, MEASURES);
        expect(Math.min(...[...places.values()].map(({ y }) => y))).toBeCloseTo(0, 9);
        for (let node = 0; node < children.length; node += 7) {
          const alone = layOut(children, [node], MEASURES);
          const shift = (places.get(node)?.y ?? 0) - (alone.get(node)?.y ?? 0);
          for (const other of below(children, node)) {
            expect(places.get(other)?.y).toBeCloseTo((alone.get(other)?.y ?? 0) + shift, 6);
          }
        }
      }),
    );
  });

  test('a small tree, by hand', () => {
    const places = layOut([[1, 2], [3, 4], [], [], []], [0], MEASURES);
    expect([...places].sort(([a], [b]) => a - b).map(([, place]) => place)).toEqual([
      { x: 0, y: 106 },
      { x: 260, y: 53 },
      { x: 260, y: 159 },
      { x: 520, y: 0 },
      { x: 520, y: 106 },
    ]);
    expect(extentOf(places.values(), MEASURES)).toEqual({ width: 720, height: 249 });
  });

  test('each of two thousand nodes is looked at a few times, however many there are', () => {
    const plain = Array.from({ length: 2000 }, (_, node) =>
      [1, 2, 3].map((at) => 3 * node + at).filter((child) => child < 2000),
    );
    let looks = 0;
    const children = new Proxy(plain, {
      get: (nodes, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) looks += 1;
        return Reflect.get(nodes, key);
      },
    });
    expect(layOut(children, [0], MEASURES).size).toBe(2000);
    expect(looks).toBeGreaterThanOrEqual(2000);
    expect(looks).toBeLessThan(20_000);
  });
});

describe('text in a card', () => {
  const words = fc.array(
    fc.constantFrom('Orders', 'of', '全部', '短视频转化率', 'TikTok', 'Wwwwwwwwwwwwww', ' '),
    {
      maxLength: 12,
    },
  );

  test('lines never are wider than their room, and lose nothing that fits', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 40, max: 300 }), (parts, width) => {
        const text = parts.join(' ').trim();
        const lines = twoLines(text, width, 13);
        expect(lines.length).toBeLessThanOrEqual(2);
        for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(width);
        const shown = lines.join(' ').replace(/\s/g, '');
        if (!shown.endsWith('…')) expect(shown).toBe(text.replace(/\s/g, ''));
        else expect(text.replace(/\s/g, '').startsWith(shown.slice(0, -1))).toBe(true);
      }),
    );
  });

  test('breaks between words, and anywhere in Chinese', () => {
    expect(twoLines('Orders from TikTok Shop', 95, 13)).toEqual(['Orders from', 'TikTok Shop']);
    expect(twoLines('短视频与直播的转化率', 70, 13)).toEqual(['短视频与直', '播的转化率']);
    expect(twoLines('GMV', 100, 13)).toEqual(['GMV']);
    expect(fitLine('USD 1,032,720', 60, 11)).toMatch(/^USD.*…$/);
  });
});

describe('the view', () => {
  const window = { width: 900, height: 500 };
  const number = fc.double({ min: -2000, max: 2000, noNaN: true });
  const view = fc.record({ x: number, y: number, zoom: fc.double({ min: 0.1, max: 2, noNaN: true }) });

  test('zooming leaves the point under the pointer where it is', () => {
    fc.assert(
      fc.property(view, fc.double({ min: 0.5, max: 2, noNaN: true }), number, number, (from, by, x, y) => {
        const to = zoomed(from, by, { x, y });
        expect((x - to.x) / to.zoom).toBeCloseTo((x - from.x) / from.zoom, 3);
        expect((y - to.y) / to.zoom).toBeCloseTo((y - from.y) / from.zoom, 3);
      }),
    );
  });

  test('fitted, all of a drawing is in the window; a card that is walked to is seen whole', () => {
    const side = fc.integer({ min: 100, max: 8000 });
    fc.assert(
      fc.property(side, side, (width, height) => {
        const { x, y, zoom } = fitted(window, { width, height });
        expect(x).toBeGreaterThanOrEqual(0);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(x + width * zoom).toBeLessThanOrEqual(window.width + 1e-6);
        expect(y + height * zoom).toBeLessThanOrEqual(window.height + 1e-6);
        expect(zoom).toBeLessThanOrEqual(1);
      }),
    );
    fc.assert(
      fc.property(view, number, number, (from, cardX, cardY) => {
        const card = { x: cardX, y: cardY, width: 200, height: 90 };
        const { x, y, zoom } = showing({ ...from, zoom: Math.min(from.zoom, 1.5) }, window, card);
        expect(x + card.x * zoom).toBeGreaterThanOrEqual(-1e-6);
        expect(x + (card.x + card.width) * zoom).toBeLessThanOrEqual(window.width + 1e-6);
        expect(y + card.y * zoom).toBeGreaterThanOrEqual(-1e-6);
        expect(y + (card.y + card.height) * zoom).toBeLessThanOrEqual(window.height + 1e-6);
      }),
    );
  });

  test('a tree too large to be read as a whole opens at its goal', () => {
    const goal = { x: 0, y: 4000 };
    const { x, y, zoom } = firstView(window, { width: 1200, height: 8000 }, goal, 90);
    expect(zoom).toBe(0.8);
    expect(x).toBe(24);
    expect(y + (goal.y + 45) * zoom).toBeCloseTo(250, 6);
  });
});
