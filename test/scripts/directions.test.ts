import { sourcesBelow, wrongImports } from '../../scripts/directions.ts';

const found = (path: string, source: string): string[] => wrongImports(new Map([[path, source]]));

describe('import directions', () => {
  test('the project keeps them', () => {
    const files = new Map([...sourcesBelow('src'), ...sourcesBelow('sidebar')]);
    expect(files.size).toBeGreaterThan(200);
    expect(wrongImports(files)).toEqual([]);
  });

  test.each([
    ['src/kpi/a.ts', "import { b } from '../workbook/b.ts';"],
    ['src/kpi/a.ts', "export * from '../text/index.ts';"],
    ['src/kpi/a.ts', "import '../review/x.ts';"],
    ['src/kpi/a.ts', "import type { B } from '../workbook/b.ts';"],
    ['src/kpi/a.ts', "import {\n  b,\n  c,\n} from '../workbook/b.ts';"],
    ['src/kpi/a.ts', "const b = await import('../workbook/b.ts');"],
    ['src/kpi/a.ts', "const b = require('node:fs');"],
    ['src/kpi/a.ts', "import fs from 'fs';"],
    ['src/kpi/a.ts', "import { getISOWeek } from 'date-fns';"],
    ['src/text/a.ts', "import type { Issue } from '../kpi/issue.ts';"],
    ['src/imports/a.ts', "import { parseCsv } from '../files/csv.ts';"],
    ['src/review/a.ts', "import { answer } from '../addon/answer.ts';"],
    ['src/addon/a.ts', "import { createMachine } from '../local/machine.ts';"],
    ['src/addon/a.ts', "import * as z from 'zod';"],
    ['src/local/a.ts', "import { mapWorkbook } from '../workbook/map.ts';"],
    ['src/sample/a.ts', "import { words } from '../workbook/template.ts';"],
    ['src/workbook/deep/a.ts', "import { x } from '../../../scripts/dist.ts';"],
    ['sidebar/a.tsx', "import { say } from '../src/addon/answer.ts';"],
  ])('%s: %s', (path, source) => expect(found(path, source)).toHaveLength(1));

  test.each([
    ['src/imports/a.ts', "import type { TextTable } from '../files/table.ts';"],
    ['src/addon/a.ts', "import * as z from 'zod/mini';"],
    ['src/local/a.ts', "import type { Review } from '../review/model.ts';"],
    ['src/local/a.ts', "import { readFileSync } from 'node:fs';"],
    ['sidebar/a.tsx', "import { useState } from 'preact/hooks';"],
    ['src/kpi/a.ts', "// like import { b } from '../workbook/b.ts'"],
    ['src/kpi/a.ts', "const text = 'from ../workbook';"],
    ['elsewhere/a.ts', "import '../src/addon/main.ts';"],
  ])('%s: %s is right', (path, source) => expect(found(path, source)).toEqual([]));
});
