import { Button } from '../parts/button.tsx';
import { Notice } from '../parts/notice.tsx';
import { useShell } from '../shell.ts';
import { focusPart, GOAL_ID } from './model-form.tsx';

/** KPIs of the tree that nothing imported feeds, the files that would, and the goal that what is there can reach. */
export function Unfed({ onModel }: { readonly onModel: (model: string) => void }) {
  const { state, words, open } = useShell();
  const { unfed, proposed, goals } = state;
  if (unfed.length === 0) return null;
  const goal = goals.find(({ model }) => model === proposed)?.name;
  const take = () => {
    onModel(proposed);
    focusPart(GOAL_ID);
  };
  return (
    <Notice tone="warn">
      {unfed.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <div class="actions">
        <Button onPress={() => open('data')}>{words('UI_STEP_DATA')}</Button>
        {goal === undefined ? null : <Button onPress={take}>{words('UI_GOAL_TAKE', { goal })}</Button>}
      </div>
    </Notice>
  );
}
