/** The built add-on with a manifest that lacks a scope, on a workbook that is set up and has figures. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFileTables } from '../../src/files/read-file.ts';
import { createMachine, type Machine, type MachineSnapshot } from '../../src/local/machine.ts';
import { automated, onlyJobs } from '../addon/automated.ts';
import { ANA, loadRows } from '../start/bench.ts';
import { builtFiles } from '../start/built.ts';
import { youtube } from '../start/export.ts';

type Manifest = { oauthScopes: string[] };

export const manifest = JSON.parse(
  readFileSync(join(__dirname, '../../appsscript.json'), 'utf8'),
) as Manifest;

const snapshots = new Map<string, MachineSnapshot>();
const machines = new Map<string, Machine>();

function prepared(language: 'en' | 'zh-CN'): MachineSnapshot {
  const known = snapshots.get(language);
  if (known !== undefined) return known;
  const machine = automated({ language });
  loadRows(machine, 'team', [{ name: 'Ana', email: ANA.email }]);
  onlyJobs(machine, 'review', 'digest');
  const snapshot = machine.snapshot();
  snapshots.set(language, snapshot);
  return snapshot;
}

/**
 * The machine.
 * @param lacking Scope that the manifest lacks; all are there without it.
 */
export function scoped(lacking: string | undefined, language: 'en' | 'zh-CN' = 'en'): Machine {
  const key = `${lacking} ${language}`;
  const known = machines.get(key);
  if (known !== undefined) {
    known.restore(prepared(language));
    return known;
  }
  const files = builtFiles();
  const { oauthScopes } = manifest;
  const less = { ...JSON.parse(files['appsscript.json'] ?? '{}') } as Manifest;
  less.oauthScopes = oauthScopes.filter((scope) => scope !== lacking);
  const machine = createMachine({
    files: { ...files, 'appsscript.json': JSON.stringify(less) },
    user: { ...ANA, locale: language === 'en' ? 'en' : 'zh_CN' },
    now: new Date('2026-08-03T00:00:00Z'),
  });
  machine.restore(prepared(language));
  machine.open();
  machines.set(key, machine);
  return machine;
}

/** The request of an import of one video with so many views. */
export function fileOf(views: number): object {
  const video = { id: 'F3HVs95pagk', published: 'Jan 5, 2026', likes: 5, views, hours: views / 100 };
  const read = readFileTables(new TextEncoder().encode(youtube([video])), 'a.csv');
  if ('issue' in read) throw new Error(read.issue.code);
  return { fileName: 'a.csv', tables: read.tables, account: 'art', asOf: '2026-08-02' };
}
