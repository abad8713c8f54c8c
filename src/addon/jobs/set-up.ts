import { setUpRequests } from '../../workbook/setup.ts';
import type { Language } from '../../workbook/template.ts';
import type { Gateway } from '../gateway.ts';

/**
 * Makes the template sheets that are missing, in one atomic batch. Running it again changes nothing.
 * @param gateway Access to the document.
 * @param language Language of titles and headers.
 * @param currency Reporting currency; the default of the settings where it is not given.
 * @returns How many sheets were added.
 */
export function setUpJob(gateway: Gateway, language: Language, currency?: string): number {
  const map = gateway.readMap();
  const requests = setUpRequests(map, language, currency === undefined ? {} : { currency });
  gateway.write(requests);
  return requests.filter((request) => 'addSheet' in request).length;
}
