import { startLocal } from '../src/local/start.ts';
import { writeDist } from './dist.ts';

process.exitCode = await startLocal(process.argv.slice(2), async () => {
  await writeDist();
});
