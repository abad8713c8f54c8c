import type { CardFacts } from './facts.ts';
import { fitLine, textWidth, twoLines } from './fit-text.ts';
import type { Measures } from './layout.ts';
import type { PictureNode } from './nodes.ts';
import type { Palette } from './palette.ts';

export const MEASURES: Measures = { width: 236, height: 96, across: 64, near: 16, far: 30 };

const LEFT = 14;
const RIGHT = MEASURES.width - 12;
const ROOM = RIGHT - LEFT;
const SMALL = 11;

type CardProps = {
  readonly node: PictureNode;
  readonly facts: CardFacts;
  readonly palette: Palette;
};

/** Two texts in one line: the right one gives way to the left, which keeps at least its share. */
function Line({
  y,
  left,
  right,
  size,
  palette,
}: {
  readonly y: number;
  readonly left: string;
  readonly right: string;
  readonly size: number;
  readonly palette: Palette;
}) {
  const isLarge = size > SMALL;
  const leftWidth = Math.min(textWidth(left, size), isLarge ? ROOM : ROOM / 2);
  const rightText = right === '' ? '' : fitLine(right, ROOM - leftWidth - 8, SMALL);
  const leftRoom = ROOM - (rightText === '' ? 0 : textWidth(rightText, SMALL) + 8);
  return (
    <>
      <text
        x={LEFT}
        y={y}
        font-size={size}
        font-weight={isLarge ? 600 : 400}
        fill={isLarge ? palette.ink : palette.quiet}
      >
        {fitLine(left, leftRoom, size)}
      </text>
      <text x={RIGHT} y={y} font-size={SMALL} text-anchor="end" fill={palette.quiet}>
        {rightText}
      </text>
    </>
  );
}

/** Sizes of the actual value. */
const SIZES = [16, 14, 12] as const;

/** A KPI as a card, its upper left corner at 0, 0. */
export function Card({ node, facts, palette }: CardProps) {
  const { width, height } = MEASURES;
  // No figure is cut: a long actual value is smaller, and a target that has no room beside it even so stands below.
  const { actual, target, effect } = facts;
  const size = SIZES.find((each) => textWidth(actual, each) + 8 + textWidth(target, SMALL) <= ROOM);
  const [above, below] = size ? [target, effect] : [effect, target];
  const status = [facts.sign, facts.attainment].filter((part) => part !== '').join(' ');
  const statusRoom = status === '' ? 0 : textWidth(status, 12) + 10;
  const tone = palette[facts.tone === 'quiet' ? 'line' : facts.tone];
  return (
    <>
      <rect
        width={width}
        height={height}
        rx={6}
        fill={palette.ground}
        stroke={palette.edge}
        stroke-width={1}
        stroke-dasharray={node.isInfluence ? '5 4' : undefined}
      />
      <rect x={1} y={6} width={4} height={height - 12} rx={2} fill={tone} />
      {twoLines(node.name, ROOM - statusRoom, 13).map((line, at) => (
        <text key={at} x={LEFT} y={21 + 16 * at} font-size={13} font-weight={600} fill={palette.ink}>
          {line}
        </text>
      ))}
      <text
        x={RIGHT}
        y={21}
        font-size={12}
        font-weight={600}
        text-anchor="end"
        fill={palette[facts.tone === 'quiet' ? 'quiet' : facts.tone]}
      >
        {status}
      </text>
      <Line y={62} left={actual} right={above} size={size ?? 12} palette={palette} />
      <Line y={84} left={facts.owner} right={below} size={SMALL} palette={palette} />
    </>
  );
}
