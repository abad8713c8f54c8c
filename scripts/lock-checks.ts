type LockPackage = {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
};

/**
 * What is wrong with a lock file: a download host in it, or an optional package that it does not list, for which
 * `npm ci` fails on another kind of machine.
 * @param lock Parsed package-lock.json.
 */
export function lockFaults(lock: { readonly packages: Readonly<Record<string, LockPackage>> }): string[] {
  const entries = Object.entries(lock.packages);
  const names = Object.keys(lock.packages);
  return entries.flatMap(([name, entry]) => [
    ...(entry.resolved?.startsWith('http') ? [`package-lock.json names a host for ${name}`] : []),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((wanted) => !names.some((each) => each.endsWith(`node_modules/${wanted}`)))
      .map((wanted) => `package-lock.json lacks ${wanted}, which ${name} may need`),
  ]);
}
