module.exports = {
  rootDir: '..',
  transform: { '\\.[cm]?[jt]sx?$': '<rootDir>/test/transform.cjs' },
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/test/**/*.test.tsx'],
  collectCoverageFrom: ['src/**/*.ts', '!src/local/**'],
  testEnvironmentOptions: { globalsCleanup: 'off' },
  testTimeout: 30000,
};
