import type { ComponentChildren } from 'preact';

type ButtonProps = {
  readonly kind?: 'primary' | 'secondary' | 'quiet';
  readonly type?: 'button' | 'submit';
  /** Its work is going on: it stays focusable, so that the keyboard does not lose its place. */
  readonly busy?: boolean;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly onPress?: () => void;
  readonly children: ComponentChildren;
};

export function Button({
  kind = 'secondary',
  type = 'button',
  busy,
  disabled,
  label,
  onPress,
  children,
}: ButtonProps) {
  const idle = !busy && !disabled;
  const press = (event: Event) => {
    if (!idle) event.preventDefault();
    else onPress?.();
  };
  return (
    <button class={`button ${kind}`} type={type} aria-disabled={!idle} aria-label={label} onClick={press}>
      {children}
    </button>
  );
}
