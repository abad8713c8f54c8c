import { DocumentStore } from '../../../src/local/document/store.ts';
import { createCalculator } from '../../../src/local/engine/calculator.ts';
import { createSheetsApi } from '../../../src/local/sheets-api/api.ts';
import { serveSheetsApi } from '../../../src/local/sheets-api/rest.ts';

/** A host on this machine, as `npm run host -- --blank` starts it, and how to stop it. */
export const startHost = async (): Promise<{ url: string; close: () => Promise<void> }> => {
  const api = createSheetsApi({ store: new DocumentStore(), calculator: createCalculator() });
  const { server, url } = await serveSheetsApi(api, 0);
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, close };
};
