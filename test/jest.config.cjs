module.exports = {
  rootDir: '..',
  transform: { '\\.[cm]?[jt]sx?$': '<rootDir>/test/transform.cjs' },
  // The package names a file for `require` that it does not contain.
  moduleNameMapper: { '^numfmt$': '<rootDir>/node_modules/numfmt/dist/index.js' },
  // ky is an ES module only.
  transformIgnorePatterns: ['/node_modules/(?!ky/)'],
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  collectCoverageFrom: ['src/**/*.ts', '!src/local/**'],
  testEnvironmentOptions: { globalsCleanup: 'off' },
  // A third of the tests wait for a browser: with a worker for each core none of them stands idle.
  maxWorkers: '100%',
  // Every run of the add-on has a realm of its own, of which Node lets go slowly: a fresh process is faster than a full one.
  workerIdleMemoryLimit: '1500MB',
  // Far longer than any test takes, so that a busy machine fails none.
  testTimeout: 120000,
};
