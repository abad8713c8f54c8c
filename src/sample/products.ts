import type { Market, Product } from './types.ts';

type Line = readonly [
  sku: string,
  usd: number,
  margin: number,
  en: string,
  zh: string,
  id: string,
  th: string,
];

const LINES: readonly Line[] = [
  ['VM-1012', 39.9, 0.437, 'portable blender', '便携榨汁杯', 'blender portabel', 'เครื่องปั่นพกพา'],
  ['VM-1027', 118, 0.341, 'air fryer 5L', '5 升空气炸锅', 'air fryer 5L', 'หม้อทอดไร้น้ำมัน 5 ลิตร'],
  ['VM-1033', 52.5, 0.462, 'steam mop', '蒸汽拖把', 'pel uap', 'ไม้ถูพื้นไอน้ำ'],
  ['VM-1048', 88, 0.389, 'cordless vacuum', '无线吸尘器', 'vacuum nirkabel', 'เครื่องดูดฝุ่นไร้สาย'],
  ['VM-1051', 34.5, 0.513, 'milk frother', '电动奶泡器', 'pengocok susu', 'เครื่องตีฟองนม'],
  ['VM-1066', 59, 0.448, 'handheld garment steamer', '手持挂烫机', 'setrika uap', 'เตารีดไอน้ำพกพา'],
  ['VM-2014', 72, 0.476, 'high-speed hair dryer', '高速吹风机', 'pengering rambut', 'ไดร์เป่าผมความเร็วสูง'],
  ['VM-2023', 46.5, 0.521, 'heated brush', '直发梳', 'sisir pelurus', 'หวีไฟฟ้า'],
  ['VM-2035', 64.5, 0.458, 'massage gun', '筋膜枪', 'alat pijat', 'ปืนนวดกล้ามเนื้อ'],
  ['VM-2042', 41, 0.497, 'eye massager', '护眼仪', 'pijat mata', 'เครื่องนวดตา'],
  ['VM-2057', 31.5, 0.534, 'facial steamer', '蒸脸仪', 'uap wajah', 'เครื่องพ่นไอน้ำหน้า'],
  ['VM-3018', 36, 0.482, 'LED desk lamp', 'LED 护眼台灯', 'lampu meja LED', 'โคมไฟตั้งโต๊ะ LED'],
  ['VM-3026', 132, 0.326, 'mini projector', '迷你投影仪', 'proyektor mini', 'โปรเจกเตอร์จิ๋ว'],
  ['VM-3039', 48, 0.431, 'aroma humidifier', '香薰加湿器', 'humidifier aroma', 'เครื่องพ่นอโรมา'],
  ['VM-3045', 95, 0.364, 'air purifier', '空气净化器', 'pembersih udara', 'เครื่องฟอกอากาศ'],
  ['VM-3052', 44, 0.453, 'turbo desk fan', '涡轮桌面风扇', 'kipas meja turbo', 'พัดลมตั้งโต๊ะเทอร์โบ'],
  ['VM-4011', 67, 0.402, 'pet water fountain', '宠物饮水机', 'dispenser air kucing', 'น้ำพุแมว'],
  [
    'VM-4029',
    84,
    0.377,
    'automatic pet feeder',
    '宠物自动喂食器',
    'pemberi makan otomatis',
    'เครื่องให้อาหารสัตว์',
  ],
  ['VM-4034', 55.5, 0.441, 'lint remover set', '毛球修剪套装', 'alat cukur serat kain', 'เครื่องตัดขุยผ้า'],
  ['VM-4047', 76, 0.418, 'countertop ice maker', '台式制冰机', 'pembuat es batu', 'เครื่องทำน้ำแข็ง'],
];

export const PRODUCTS: readonly Product[] = LINES.map(([sku, usd, margin, en, zh, id, th]) => ({
  sku,
  usd,
  margin,
  names: { en: (en[0] ?? '').toUpperCase() + en.slice(1), 'zh-CN': zh },
  local: { en, id, th },
}));

/**
 * Shelf price of a product in a market's currency, in the style of the market ($39.90, Rp 399.000, ฿ 799).
 * @param market Where it is sold; prices in South-East Asia are lower.
 */
export function priceIn(market: Market, product: Product): number {
  if (market === 'ID') return Math.round((product.usd * 0.62 * 16300) / 10000) * 10000 - 1000;
  if (market === 'TH') return Math.round((product.usd * 0.66 * 33.2) / 10) * 10 - 1;
  return product.usd;
}
