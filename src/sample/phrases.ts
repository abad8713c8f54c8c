import type { Words } from '../workbook/template.ts';
import type { MarketLanguage } from './types.ts';

type Phrases = Readonly<Record<MarketLanguage, readonly string[]>>;

export const TOPICS: readonly Words[] = [
  { en: 'Morning routine', 'zh-CN': '早晨日常' },
  { en: 'Small flat', 'zh-CN': '小户型' },
  { en: 'Gift ideas', 'zh-CN': '送礼清单' },
  { en: 'Cleaning day', 'zh-CN': '大扫除' },
  { en: 'Self-care', 'zh-CN': '自我护理' },
  { en: 'Pets at home', 'zh-CN': '养宠生活' },
];

export const COVERS: readonly Words[] = [
  { en: 'Before / after', 'zh-CN': '前后对比' },
  { en: 'Product close-up', 'zh-CN': '产品特写' },
  { en: 'Face and caption', 'zh-CN': '人物加大字' },
  { en: 'Scene', 'zh-CN': '场景图' },
];

/** How a title opens: the name of the hook in the team's language, and titles with `{}` for the product. */
export const HOOKS: readonly { readonly name: Words; readonly titles: Phrases }[] = [
  {
    name: { en: 'Question', 'zh-CN': '提问' },
    titles: {
      en: ['Is the {} really worth it? 🤔', 'Who else needs a {}?', 'Which {} would you take home?'],
      id: ['{} ini beneran worth it? 🤔', 'Siapa yang butuh {}?', 'Masih ragu beli {}?'],
      th: ['{} คุ้มจริงไหม? 🤔', 'ใครกำลังหา{}อยู่บ้าง', '{} ตัวนี้ดีจริงหรือเปล่า'],
    },
  },
  {
    name: { en: 'Result first', 'zh-CN': '结果前置' },
    titles: {
      en: ['What one week with a {} did ✨', '30 days of {}: the result', 'The {} that saved my morning'],
      id: ['Hasil seminggu pakai {} ✨', '30 hari pakai {}, hasilnya begini', 'Pagi lebih santai berkat {}'],
      th: ['ใช้{}หนึ่งสัปดาห์ ผลเป็นแบบนี้ ✨', '30 วันกับ{}', 'เช้านี้สบายขึ้นเพราะ{}'],
    },
  },
  {
    name: { en: 'How-to', 'zh-CN': '教程' },
    titles: {
      en: ['How I use my {} every day', '3 {} tricks nobody told me', 'Set up a {} in one minute ⏱️'],
      id: ['Cara pakai {} tiap hari', '3 trik {} yang jarang diketahui', 'Pasang {} cuma satu menit ⏱️'],
      th: ['วิธีใช้{}ทุกวัน', '3 เคล็ดลับ{}ที่ไม่มีใครบอก', 'ตั้งค่า{}ในหนึ่งนาที ⏱️'],
    },
  },
  {
    name: { en: 'Unboxing', 'zh-CN': '开箱' },
    titles: {
      en: ['Unboxing the {} 📦', 'New in: {}', 'First look at our {}'],
      id: ['Unboxing {} 📦', 'Baru datang: {}', 'Pertama kali coba {}'],
      th: ['แกะกล่อง{} 📦', 'มาใหม่! {}', 'ลองครั้งแรก {}'],
    },
  },
  {
    name: { en: 'Myth check', 'zh-CN': '辟谣' },
    titles: {
      en: ['"A {} is useless", they said', 'We tested 5 claims about the {}', 'Stop using your {} like this'],
      id: ['Katanya {} nggak berguna', 'Tes 5 klaim soal {}', 'Jangan pakai {} seperti ini'],
      th: ['เขาว่า{}ไม่จำเป็น จริงไหม', 'ทดสอบ 5 เรื่องของ{}', 'อย่าใช้{}แบบนี้'],
    },
  },
];

export const LIVE_TITLES: Phrases = {
  en: ['LIVE: {} night 🔴', 'Live deals on the {}', 'Ask us anything: {}'],
  id: ['LIVE {} hari ini 🔴', 'Promo live {}', 'Tanya jawab {}'],
  th: ['ไลฟ์ {} คืนนี้ 🔴', 'โปรไลฟ์ {}', 'ถามตอบเรื่อง{}'],
};

export const CREATORS: Phrases = {
  en: ['@homewithjess', '@marcusreviews', '@tinyflat.tara'],
  id: ['@dapurnaya', '@rumahrere', '@bang.fajar'],
  th: ['@baanmeena', '@krua.som', '@petchreview'],
};

/** Comments by sentiment; the first word of each pair is the frequent question it belongs to. */
export type CommentPhrase = {
  readonly topic: 'price' | 'shipping' | 'voltage' | 'size' | 'quality' | 'refund' | 'praise';
  readonly texts: Readonly<Record<MarketLanguage, string>>;
};

export const COMMENT_TOPICS: Readonly<Record<CommentPhrase['topic'], Words>> = {
  price: { en: 'Price and vouchers', 'zh-CN': '价格与优惠券' },
  shipping: { en: 'Shipping time', 'zh-CN': '物流时效' },
  voltage: { en: 'Plug and voltage', 'zh-CN': '插头与电压' },
  size: { en: 'Size', 'zh-CN': '尺寸' },
  quality: { en: 'Defect', 'zh-CN': '质量问题' },
  refund: { en: 'Refund', 'zh-CN': '退款' },
  praise: { en: '', 'zh-CN': '' },
};

const phrase = (topic: CommentPhrase['topic'], en: string, id: string, th: string): CommentPhrase => ({
  topic,
  texts: { en, id, th },
});

export const COMMENT_PHRASES: Readonly<
  Record<'positive' | 'neutral' | 'negative', readonly CommentPhrase[]>
> = {
  positive: [
    phrase('praise', 'Got mine last week, love it 😍', 'Udah punya, suka banget 😍', 'ได้ของแล้ว ชอบมาก 😍'),
    phrase('praise', 'Works exactly as shown!', 'Sesuai video, mantap', 'ใช้ดีเหมือนในคลิปเลย'),
    phrase('praise', 'Bought a second one for my mum', 'Beli lagi buat ibu', 'ซื้อเพิ่มให้แม่อีกเครื่อง'),
  ],
  neutral: [
    phrase('price', 'Is there a voucher this week?', 'Ada voucher minggu ini?', 'สัปดาห์นี้มีโค้ดไหมคะ'),
    phrase('shipping', 'How long does shipping take?', 'Berapa lama sampai?', 'ส่งกี่วันถึงคะ'),
    phrase('voltage', 'Which plug does it come with?', 'Colokannya tipe apa?', 'ปลั๊กแบบไหนครับ'),
    phrase('size', 'How big is it?', 'Ukurannya berapa?', 'ขนาดเท่าไหร่คะ'),
  ],
  negative: [
    phrase(
      'quality',
      'Stopped working after two days 😡',
      'Baru dua hari sudah rusak 😡',
      'ใช้สองวันก็พังแล้ว 😡',
    ),
    phrase(
      'shipping',
      'Still not here after two weeks.',
      'Sudah dua minggu belum sampai.',
      'สองสัปดาห์แล้วยังไม่ได้ของ',
    ),
    phrase('refund', 'Where is my refund??', 'Refund saya mana??', 'เมื่อไหร่จะคืนเงินคะ'),
    phrase(
      'quality',
      'Not the colour I ordered, very disappointed',
      'Warnanya salah, kecewa',
      'ได้สีไม่ตรง ผิดหวังมาก',
    ),
  ],
};
