import type { Cell } from '../kpi/issue.ts';
import { textOfCell } from './cells.ts';

/** What people write instead of a code. Names that several countries share, such as 比索 alone, are none. */
const NAMES: Readonly<Record<string, string>> = {
  CNY: 'RMB 人民币 人民幣 人民币元 CN¥',
  USD: 'US$ 美元 美金',
  EUR: '€ 欧元 歐元',
  GBP: '£ 英镑 英鎊',
  JPY: '日元 日圆 日圓 日币',
  HKD: 'HK$ 港元 港币 港幣',
  TWD: 'NT$ 新台币 新台幣 台币',
  KRW: '₩ 韩元 韓元 韩币 韩圜',
  SGD: 'S$ 新加坡元 新加坡币 新币 坡币',
  MYR: 'RM 马来西亚林吉特 林吉特 令吉 马币',
  IDR: 'RP 印尼盾 印尼卢比 印度尼西亚盾 印度尼西亚卢比',
  THB: '฿ 泰铢 泰銖',
  VND: '₫ 越南盾 越盾',
  PHP: '₱ 菲律宾比索',
  INR: '₹ 印度卢比',
  AUD: 'A$ 澳元 澳大利亚元 澳币',
  NZD: 'NZ$ 新西兰元 纽币',
  CAD: 'C$ 加元 加拿大元 加币',
  CHF: '瑞士法郎 瑞郎',
  MXN: '墨西哥比索',
  BRL: 'R$ 巴西雷亚尔 雷亚尔',
  AED: '阿联酋迪拉姆 迪拉姆',
  SAR: '沙特里亚尔',
  TRY: '土耳其里拉',
};

const CODE_OF = new Map(
  Object.entries(NAMES).flatMap(([code, names]) => names.split(' ').map((name) => [name, code] as const)),
);

/**
 * The currency that a cell names.
 * @param cell Code, or a usual name or sign; a cell that is not there is an empty one.
 * @returns ISO code in capitals; an empty text for an empty cell; what is no known name as it stands, in capitals.
 * @example currencyOfCell('人民币') //=> 'CNY'
 */
export function currencyOfCell(cell: Cell | undefined): string {
  const text = textOfCell(cell).normalize('NFKC').toUpperCase();
  return CODE_OF.get(text) ?? text;
}
