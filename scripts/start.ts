import { startLocal } from '../src/local/start.ts';
import { writeDist } from './dist.ts';

const args = process.argv.slice(2);
const code = await startLocal(args, async () => {
  await writeDist();
});
// Only the page goes on; after a failure or a run without a page nothing (esbuild's service) may keep the process.
if (code !== 0 || args.includes('--once') || args.includes('--help') || args.includes('-h'))
  process.exit(code);
