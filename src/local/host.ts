import { createDocument, DocumentStore } from './document/store.ts';
import { createCalculator } from './engine/calculator.ts';
import { createSheetsApi } from './sheets-api/api.ts';
import { serveSheetsApi } from './sheets-api/rest.ts';

const option = (name: string, otherwise: string): string => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? otherwise : (process.argv[at + 1] ?? otherwise);
};

const main = async (): Promise<void> => {
  const store = new DocumentStore();
  const document = createDocument();
  store.create(document);
  const { url } = await serveSheetsApi(
    createSheetsApi({ store, calculator: createCalculator() }),
    Number(option('port', '0')),
  );
  console.log(`listening on ${url}`);
  const values = `${url}/v4/spreadsheets/${document.spreadsheetId}/values/A1:B2`;
  console.log(`empty spreadsheet: ${document.spreadsheetId}`);
  console.log(
    `write: curl -X PUT "${values}?valueInputOption=USER_ENTERED" -d '{"values":[["GMV",120],["CTR","3%"]]}'`,
  );
  console.log(`read:  curl "${values}"`);
};

await main();
