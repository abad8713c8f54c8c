import { writeDist } from './dist.ts';

for (const [name, text] of await writeDist()) {
  console.log(`dist/${name}  ${Buffer.byteLength(text).toLocaleString('en')} bytes`);
}
