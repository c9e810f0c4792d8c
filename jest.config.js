const shared = {
  testEnvironment: 'node',
  transform: { '^.+\\.[jt]sx?$': ['babel-jest', { configFile: './test/babel.config.js' }] },
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/src/$1' },
  clearMocks: true,
  // The cloud functions, for the emulated cloud.
  globalSetup: './test/emulator/build.ts',
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/cloud/functions/', '<rootDir>/cloud/tools/'],
}

/** @type {import('jest').Config} */
module.exports = {
  testTimeout: 60_000,
  projects: [
    {
      ...shared,
      displayName: 'rules',
      testMatch: [
        '<rootDir>/src/**/*.test.ts',
        '<rootDir>/test/*.test.ts',
        '<rootDir>/test/{conformance,deploy,emulator,faults,journeys}/**/*.test.ts',
      ],
    },
    // These two need the built output: `npm test` builds it first.
    { ...shared, displayName: 'weapp', testMatch: ['<rootDir>/test/{weapp,audit}/**/*.test.ts'] },
    { ...shared, displayName: 'browser', testMatch: ['<rootDir>/test/browser/**/*.test.ts'] },
  ],
}
