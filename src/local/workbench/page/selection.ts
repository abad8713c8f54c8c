/** Tells the host what is selected, for the add-on's `getActiveRange` and `getActiveSheet`. */
import { currentModel } from './grid.ts';
import { engine } from './library.ts';
import { post } from './server.ts';

const PAUSE = 150;
let told = '';

/** Looks a few times a second; the host hears of changes alone. */
export function followSelection(): void {
  setInterval(() => {
    const model = currentModel();
    if (!model) return;
    const sheetId = model.getters.getActiveSheetId();
    const { left, top, right, bottom } = model.getters.getSelectedZone();
    const { toXC } = engine().helpers;
    const first = toXC(left, top);
    const last = toXC(right, bottom);
    const range = first === last ? first : `${first}:${last}`;
    const now = `${sheetId}!${range}`;
    if (now === told) return;
    told = now;
    post('/select', { sheetId, range }).catch(() => {
      told = '';
    });
  }, PAUSE);
}
