import { useState } from 'preact/hooks';
import { useShell } from '../shell.ts';
import { Automation } from './automation.tsx';
import { ReviewForm } from './review-form.tsx';
import { ReviewList } from './review-list.tsx';

/** Writing, closing and listing reviews, and the Monday trigger. */
export function ReviewScreen() {
  const { state } = useShell();
  const [week, setWeek] = useState(state.lastWeek);
  return (
    <>
      <ReviewForm week={week} onWeek={setWeek} />
      <Automation />
      <ReviewList onWeek={setWeek} />
    </>
  );
}
