/** Put before every test file while coverage is measured: realms share one object of counts, which is written at the end. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const vm = createRequire(__filename)('node:vm') as typeof import('node:vm') & {
  plain?: typeof createContext;
};
const { createContext } = vm;
const plain = vm.plain ?? createContext;
const counts = {};

vm.plain = plain;
vm.createContext = ((...given: Parameters<typeof createContext>) => {
  const context = plain(...given);
  (context as { __counts__?: object }).__counts__ = counts;
  return context;
}) as typeof createContext;

afterAll(() => {
  const folder = process.env.COVERAGE_FOLDER ?? '';
  mkdirSync(folder, { recursive: true });
  const name = (expect.getState().testPath ?? '').replace(/[^\w]/g, '-');
  writeFileSync(join(folder, `bundle${name}.json`), JSON.stringify(counts));
});
