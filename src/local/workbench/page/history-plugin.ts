/** Undo and redo are the host's: it knows the document of before, changes by the add-on included. */
import type { Engine } from './library.ts';
import { engine } from './library.ts';
import { post } from './server.ts';

const state = { canUndo: false, canRedo: false };

/** Says what undo and redo can do at the moment. */
export function setHistory(canUndo: boolean, canRedo: boolean): void {
  state.canUndo = canUndo;
  state.canRedo = canRedo;
}

type UIPlugin = InstanceType<Engine['UIPlugin']>;

/** Puts the host's history in place of the library's. */
export function useHostHistory(): void {
  const { UIPlugin, registries } = engine();
  class HostHistory extends (UIPlugin as unknown as new (config: unknown) => UIPlugin) {
    static getters = ['canUndo', 'canRedo'];
    static layers = [];
    canUndo = () => state.canUndo;
    canRedo = () => state.canRedo;

    // The library's results are names of a constant enumeration, which this build does not see.
    override allowDispatch(command: { type: string }) {
      if (command.type === 'REQUEST_UNDO' && !state.canUndo) return 'EmptyUndoStack' as never;
      if (command.type === 'REQUEST_REDO' && !state.canRedo) return 'EmptyRedoStack' as never;
      return 'Success' as never;
    }

    override handle(command: { type: string }) {
      if (command.type === 'REQUEST_UNDO') void post('/undo');
      if (command.type === 'REQUEST_REDO') void post('/redo');
    }
  }
  registries.featurePluginRegistry.replace('history', HostHistory as never);
}
