import { Menu, type MenuItem } from '../parts/menu.tsx';
import { type Direction, spotOf } from './moves.ts';
import type { Deed } from './outline-keys.ts';
import { useShell } from './shell.ts';
import type { Structure } from './structure.ts';

type ToolsProps = {
  readonly structure: Structure;
  readonly selected: number | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly onDeed: (deed: Deed) => void;
  readonly onReload: () => void;
};

type ToolProps = {
  readonly label: string;
  readonly text: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
};

function Tool({ label, text, disabled, onPress }: ToolProps) {
  return (
    <button
      class="button quiet"
      type="button"
      aria-label={label}
      title={label}
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      {text}
    </button>
  );
}

const MOVES = [
  ['up', 'UI_TREE_UP', 'Alt+↑'],
  ['down', 'UI_TREE_DOWN', 'Alt+↓'],
  ['out', 'UI_TREE_OUT', 'Alt+←'],
  ['in', 'UI_TREE_IN', 'Alt+→'],
] as const;

/** What can be done to the chosen KPI, with the keys that do the same. */
export function Tools({ structure, selected, canUndo, canRedo, onDeed, onReload }: ToolsProps) {
  const { words } = useShell();
  const isNone = selected === null;
  const isTop = isNone || (structure.parentOf.get(selected) ?? null) === null;
  const parents = [...structure.childrenOf.keys()].filter((uid) => uid !== null);
  const cannot = (direction: Direction) => isNone || spotOf(structure, selected, direction) === null;
  const items: MenuItem[] = [
    ...MOVES.map(([direction, code, keys]) => ({
      text: words(code),
      keys,
      disabled: cannot(direction),
      onPress: () => onDeed({ kind: 'move', direction }),
    })),
    { text: words('UI_TREE_RENAME'), keys: 'F2', disabled: isNone, onPress: () => onDeed({ kind: 'edit' }) },
    {
      text: words('UI_TREE_DELETE'),
      keys: 'Del',
      disabled: isNone,
      onPress: () => onDeed({ kind: 'delete' }),
    },
    { text: words('UI_TREE_OPEN_ALL'), onPress: () => onDeed({ kind: 'open', uids: parents }) },
    { text: words('UI_TREE_CLOSE_ALL'), onPress: () => onDeed({ kind: 'close', uids: parents }) },
    { text: words('UI_TREE_RELOAD'), onPress: onReload },
  ];
  return (
    <fieldset class="tools" aria-label={words('UI_TREE_TOOLS')}>
      <Tool
        label={words('UI_TREE_ADD_CHILD_LONG')}
        text={words('UI_TREE_ADD_CHILD')}
        disabled={isNone}
        onPress={() => onDeed({ kind: 'child' })}
      />
      <Tool
        label={words('UI_TREE_ADD_SIBLING_LONG')}
        text={words('UI_TREE_ADD_SIBLING')}
        disabled={isTop}
        onPress={() => onDeed({ kind: 'sibling' })}
      />
      <Menu text={words('UI_TREE_ACTIONS')} items={items} />
      <span class="rest" />
      <Tool
        label={words('UI_TREE_UNDO')}
        text="↶"
        disabled={!canUndo}
        onPress={() => onDeed({ kind: 'undo' })}
      />
      <Tool
        label={words('UI_TREE_REDO')}
        text="↷"
        disabled={!canRedo}
        onPress={() => onDeed({ kind: 'redo' })}
      />
    </fieldset>
  );
}
