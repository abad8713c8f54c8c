/**
 * Runs the engine's tests for Stryker within its own process: no start of Jest for each of many thousand changes, which
 * would take ten times as long. Every run loads the sources anew, so that what they made once is made again.
 */
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fastCheck from 'fast-check';
import { collector, failureOf, type Test } from './collector.ts';
import { type Change, modulesIn } from './modules.ts';

const FOLDER = 'test/kpi';

/** What the changed sources read and write, by Stryker's names. */
type Switchboard = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
};

const board = globalThis as typeof globalThis & { __stryker__?: Switchboard };

function switchboard(): Switchboard {
  board.__stryker__ ??= {};
  return board.__stryker__;
}

const fileOf = ({ id }: { readonly id: string }): string => id.slice(0, id.indexOf(' › '));

class InProcessRunner implements TestRunner {
  private readonly begin = modulesIn(process.cwd());
  private readonly files = readdirSync(FOLDER)
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${FOLDER}/${name}`)
    .sort();
  /** Milliseconds that each test takes: the fastest are asked first, since one that fails is enough. */
  private readonly times = new Map<string, number>();
  private readonly loadedBy = new Map<string, ReadonlySet<string>>();

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  async dryRun(): Promise<DryRunResult> {
    const mutantCoverage = { static: {}, perTest: {} };
    Object.assign(switchboard(), { activeMutant: undefined, hitCount: undefined, mutantCoverage });
    const tests = await this.runAll(this.collect(this.files, 'all'), { isBailing: false });
    return { status: DryRunStatus.Complete, tests, mutantCoverage };
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { activeMutant, testFilter, hitLimit, mutantActivation, disableBail } = options;
    const change = { id: activeMutant.id, path: resolve(options.sandboxFileName) };
    const chosen = testFilter && new Set(testFilter);
    const files = chosen
      ? [...new Set(testFilter.map((id) => fileOf({ id })))]
      : this.filesThatLoad(change.path);
    const own = switchboard();
    Object.assign(own, { hitLimit, hitCount: hitLimit === undefined ? undefined : 0 });
    own.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
    try {
      const tests = this.collect(files, change).filter(({ id }) => !chosen || chosen.has(id));
      own.activeMutant = activeMutant.id;
      const results = await this.runAll(tests, { isBailing: !disableBail });
      const limit = determineHitLimitReached(own.hitCount, hitLimit);
      return toMutantRunResult(limit ?? { status: DryRunStatus.Complete, tests: results });
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: String(error) });
    } finally {
      own.activeMutant = undefined;
    }
  }

  /** Only these can notice a change that takes effect when its file is loaded. */
  private filesThatLoad(path: string): readonly string[] {
    if (this.loadedBy.size === 0) {
      for (const file of this.files) {
        const { load, loaded } = this.begin(null);
        load(resolve(file), collector(file).globals);
        this.loadedBy.set(file, new Set(loaded.keys()));
      }
    }
    return this.files.filter((file) => this.loadedBy.get(file)?.has(path));
  }

  /** Loads files, which names their tests. */
  private collect(files: readonly string[], change: Change | 'all'): Test[] {
    // The first example that fails is enough: the smallest one would only take time.
    fastCheck.configureGlobal({ seed: 1, endOnFailure: true });
    const { load } = this.begin(change);
    return files.flatMap((file) => {
      const { globals, tests } = collector(file);
      load(resolve(file), globals);
      return tests;
    });
  }

  private async runAll(
    tests: readonly Test[],
    { isBailing }: { readonly isBailing: boolean },
  ): Promise<TestResult[]> {
    const timeOf = ({ id }: Test) => this.times.get(id) ?? 0;
    const results: TestResult[] = [];
    for (const test of tests.toSorted((a, b) => timeOf(a) - timeOf(b))) {
      const result = await this.run(test);
      results.push(result);
      if (isBailing && result.status === TestStatus.Failed) break;
    }
    return results;
  }

  private async run(test: Test): Promise<TestResult> {
    const { id } = test;
    const own = switchboard();
    const start = performance.now();
    const facts = () => ({
      id,
      name: id,
      fileName: resolve(fileOf(test)),
      timeSpentMs: performance.now() - start,
    });
    own.currentTestId = id;
    const failureMessage = await failureOf(test);
    own.currentTestId = undefined;
    if (failureMessage !== undefined) return { ...facts(), status: TestStatus.Failed, failureMessage };
    const passed = { ...facts(), status: TestStatus.Success } as const;
    this.times.set(id, passed.timeSpentMs);
    return passed;
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
