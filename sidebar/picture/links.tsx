import { MEASURES } from './card.tsx';
import type { Place } from './layout.ts';
import type { Forest } from './nodes.ts';
import type { Palette } from './palette.ts';

type LinksProps = {
  readonly forest: Forest;
  readonly row: number;
  readonly below: readonly number[];
  readonly places: ReadonlyMap<number, Place>;
  readonly palette: Palette;
};

const { width, height } = MEASURES;
/** Where the lines of a family turn, from the parent's right edge. */
const TURN = 34;

const middle = (place: Place): number => place.y + height / 2;

/** Sign between two neighbours, on the line that joins them. */
function Sign({ x, y, text, palette }: { x: number; y: number; text: string; palette: Palette }) {
  return (
    <g>
      <circle cx={x} cy={y} r={10} fill={palette.raised} stroke={palette.edge} />
      <text x={x} y={y + 5} font-size={15} font-weight={600} text-anchor="middle" fill={palette.ink}>
        {text}
      </text>
    </g>
  );
}

/** The lines from a KPI to those below it, with the signs between them; influences are dashed. */
export function Links({ forest, row, below, places, palette }: LinksProps) {
  const from = places.get(row);
  if (from === undefined) return null;
  const x = from.x + width + TURN;
  const signs = below.flatMap((child, at) => {
    const [before, here] = [places.get(below[at - 1] ?? -1), places.get(child)];
    const sign = forest.nodes[child]?.sign ?? '';
    if (sign === '' || before === undefined || here === undefined) return [];
    return [{ child, sign, y: (middle(before) + middle(here)) / 2 }];
  });
  return (
    <g>
      {below.map((child) => {
        const [to, node] = [places.get(child), forest.nodes[child]];
        if (to === undefined || node === undefined) return null;
        return (
          <g key={child}>
            <path
              d={`M${from.x + width} ${middle(from)}H${x}V${middle(to)}H${to.x}`}
              fill="none"
              stroke={palette.edge}
              stroke-width={1.5}
              stroke-dasharray={node.isInfluence ? '5 4' : undefined}
            />
            {node.coefficient === 1 ? null : (
              <text
                x={to.x - 4}
                y={middle(to) - 6}
                font-size={11}
                text-anchor="end"
                fill={palette.quiet}
                stroke={palette.ground}
                stroke-width={3}
                paint-order="stroke"
              >
                {`×${Number(node.coefficient.toPrecision(3))}`}
              </text>
            )}
          </g>
        );
      })}
      {signs.map(({ child, sign, y }) => (
        <Sign key={child} x={x} y={y} text={sign} palette={palette} />
      ))}
    </g>
  );
}
