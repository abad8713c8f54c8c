/** A function of the surface, as `src/addon/surface.ts` describes it. */
export type SurfaceRow = {
  readonly caller: 'google' | 'sidebar' | 'cell';
  readonly text: string;
  readonly parameters: readonly (readonly [name: string, type: string, text: string])[];
  readonly returns?: string;
  readonly example?: string;
};

export type Surface = Readonly<Record<string, SurfaceRow>>;

function documentation(row: SurfaceRow): string {
  const lines = [row.text];
  if (row.example !== undefined) lines.push('', `Example: ${row.example}`);
  if (row.parameters.length > 0 || row.returns !== undefined) lines.push('');
  for (const [name, type, text] of row.parameters) lines.push(`@param {${type}} ${name} ${text}`);
  if (row.returns !== undefined) lines.push(`@return ${row.returns}`);
  if (row.caller === 'cell') lines.push('@customfunction');
  return ['/**', ...lines.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
}

/**
 * The file of top-level functions: Sheets finds a custom function only as a real declaration with named parameters.
 * @param surface Functions by name.
 * @param bundle Global of the bundle.
 */
export function functionsFile(surface: Surface, bundle: string): string {
  return Object.entries(surface)
    .map(([name, row]) => {
      const names = row.parameters.map(([parameter]) => parameter).join(', ');
      return `${documentation(row)}\nfunction ${name}(${names}) {\n  return ${bundle}.${name}(${names});\n}\n`;
    })
    .join('\n');
}
