import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { sourcesBelow, wrongImports } from './directions.ts';
import { makeDist } from './dist.ts';
import { distFaults } from './dist-checks.ts';
import { lockFaults } from './lock-checks.ts';

function tool(name: string, args: readonly string[]): string[] {
  const run = spawnSync(process.execPath, [name, ...args], { stdio: 'inherit' });
  return run.status === 0 ? [] : [`${name} ${args.join(' ')} failed: see above`];
}

const STEPS: readonly (readonly [string, () => string[] | Promise<string[]>])[] = [
  ['types', () => tool('node_modules/typescript/bin/tsc', ['-b', '--noEmit'])],
  [
    'lint and format',
    () => tool('node_modules/@biomejs/biome/bin/biome', ['check', '--error-on-warnings', '.']),
  ],
  ['import directions', () => wrongImports(new Map([...sourcesBelow('src'), ...sourcesBelow('sidebar')]))],
  ['lock file', () => lockFaults(JSON.parse(readFileSync('package-lock.json', 'utf8')))],
  ['dist', async () => distFaults(await makeDist())],
];

let failed = 0;
for (const [name, step] of STEPS) {
  const faults = await step();
  failed += faults.length;
  console.log(`${faults.length === 0 ? 'ok   ' : 'FAIL '} ${name}`);
  for (const fault of faults) console.log(`      ${fault}`);
}
process.exitCode = failed === 0 ? 0 : 1;
