// The tests' transformer, with one piece of one source file replaced: what the mutation check runs tests with.
// A piece that is not there exactly once is an error, so that no rule is taken for switched off that is not.
const plain = require('./transform.cjs');

exports.createTransformer = ({ file, search, replace }) => {
  const isTarget = (path) => path.replaceAll('\\', '/').endsWith(`/${file}`);
  const changed = (source, path) => {
    if (!isTarget(path)) return source;
    const pieces = source.split(search);
    if (pieces.length !== 2) throw new Error(`${file} has ${pieces.length - 1} times: ${search}`);
    return pieces.join(replace);
  };
  return {
    getCacheKey: (source, path, options) => {
      // The configuration holds the change; files that it leaves alone keep what is cached.
      return plain.getCacheKey(changed(source, path), path, { ...options, configString: '' });
    },
    process: (source, path) => plain.process(changed(source, path), path),
  };
};
