import type { Option } from '../parts/field.tsx';

/** Currencies of the markets that content teams sell in; ISO 4217. */
const CURRENCIES = [
  'USD',
  'CNY',
  'EUR',
  'GBP',
  'HKD',
  'TWD',
  'SGD',
  'MYR',
  'THB',
  'IDR',
  'VND',
  'PHP',
  'JPY',
  'KRW',
  'BRL',
  'MXN',
  'AUD',
  'CAD',
  'AED',
  'SAR',
] as const;

/** Each currency with its name in a language; the browser knows the names. */
export function currencyOptions(language: string): Option[] {
  const names = new Intl.DisplayNames(language, { type: 'currency' });
  return CURRENCIES.map((code) => ({ value: code, text: `${code} · ${names.of(code) ?? code}` }));
}
