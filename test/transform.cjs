// Jest transformer: TypeScript to CommonJS by esbuild. The key holds this file and esbuild's version, so that
// Jest never keeps output of an older transformer.
const { transformSync, version } = require('esbuild');
const { createHash } = require('node:crypto');
const { readFileSync } = require('node:fs');

const own = readFileSync(__filename, 'utf8') + version;

exports.getCacheKey = (source, file, options) =>
  createHash('sha1')
    .update([own, source, file, options.instrument, options.configString].join('\0'))
    .digest('hex');

exports.process = (source, file) =>
  transformSync(source, {
    loader: /x$/.test(file) ? 'tsx' : /ts$/.test(file) ? 'ts' : 'js',
    format: 'cjs',
    target: 'node20',
    supported: { 'dynamic-import': false },
    sourcefile: file,
    sourcemap: 'inline',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    define: { 'import.meta.url': '__moduleUrl' },
    banner: 'const __moduleUrl = require("node:url").pathToFileURL(__filename).href;',
  });
