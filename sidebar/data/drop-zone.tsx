import { useRef, useState } from 'preact/hooks';
import { Button } from '../parts/button.tsx';
import { useShell } from '../shell.ts';

const ACCEPTED = '.csv,.tsv,.txt,.xlsx,.zip';

/** Takes files by drag and drop or by the button. */
export function DropZone({ onFiles }: { readonly onFiles: (files: readonly File[]) => void }) {
  const { words } = useShell();
  const input = useRef<HTMLInputElement>(null);
  // Entering a child counts as leaving the parent: only the balance tells whether the pointer is inside.
  const depth = useRef(0);
  const [over, setOver] = useState(false);
  const move = (by: 1 | -1) => (event: DragEvent) => {
    event.preventDefault();
    depth.current += by;
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    onFiles([...(event.dataTransfer?.files ?? [])]);
  };
  const pick = (event: { currentTarget: HTMLInputElement }) => {
    const { currentTarget } = event;
    onFiles([...(currentTarget.files ?? [])]);
    // So that choosing the same file again is a change.
    currentTarget.value = '';
  };
  return (
    <fieldset
      class={over ? 'drop over' : 'drop'}
      aria-label={words('UI_DATA_TITLE')}
      onDragEnter={move(1)}
      onDragLeave={move(-1)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <p>{words('UI_DROP')}</p>
      <input ref={input} type="file" multiple accept={ACCEPTED} hidden onChange={pick} />
      <Button onPress={() => input.current?.click()}>{words('UI_CHOOSE_FILES')}</Button>
    </fieldset>
  );
}
