/**
 * Sizes of test, one runner. `long` is not part of `npm test`: attacks and long runs, one after the other. `DB=sqlite` (default) or `DB=mariadb` chooses the database of
 * the medium and e2e projects; `test/run-tests.mjs` runs them on every database it can find.
 */
const shared = {
  rootDir: require('node:path').resolve(__dirname, '..'),
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'json', 'node'],
  transform: {
    '^.+\\.[mc]?[jt]sx?$': [
      '@swc/jest',
      {
        swcrc: false,
        jsc: {
          parser: { syntax: 'typescript', decorators: true, tsx: false },
          transform: {
            legacyDecorator: true,
            decoratorMetadata: true,
            useDefineForClassFields: false,
          },
          target: 'es2022',
          keepClassNames: true,
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(@noble|@scure|age-encryption|uuid|@tus|otplib|@otplib|srvx|cookie-es|rou3|pkijs|asn1js|pvutils|bytestreamjs|@peculiar|qr)/)',
  ],
  moduleNameMapper: {
    '^@core/([^/]+)$': '<rootDir>/libs/core/$1/src',
    '^@server/([^/]+)$': '<rootDir>/libs/server/$1/src',
    '^@contracts$': '<rootDir>/libs/contracts/src',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
};

module.exports = {
  rootDir: require('node:path').resolve(__dirname, '..'),
  maxWorkers: 2,
  testTimeout: 240_000,
  collectCoverageFrom: ['libs/core/*/src/**/*.ts'],
  coverageReporters: ['text-summary', 'json'],
  // Branches of the small tests, as high as they honestly are (`npm run test:coverage`). What remains in the first
  // six are defaults that only the compiler asks for (`list[at] ?? 0`) and errors passed on that nothing throws.
  coverageThreshold: {
    './libs/core/bundle/': { branches: 92 },
    './libs/core/draw/': { branches: 92 },
    './libs/core/escrow/': { branches: 97 },
    './libs/core/kernel/': { branches: 93 },
    './libs/core/ledger/': { branches: 95 },
    './libs/core/sealed-bid/': { branches: 96 },
    global: { branches: 85 },
  },
  projects: [
    {
      ...shared,
      displayName: 'small',
      testMatch: [
        '<rootDir>/libs/core/**/*.spec.ts',
        '<rootDir>/libs/contracts/**/*.spec.ts',
        '<rootDir>/apps/{rules,simulate,verify,web}/**/*.spec.ts',
        '<rootDir>/test/{bench,guides,law,methods,vectors}/**/*.spec.ts',
      ],
    },
    {
      ...shared,
      displayName: 'medium',
      testMatch: [
        '<rootDir>/libs/server/**/*.spec.ts',
        '<rootDir>/apps/{api,worker,witness,signer}/**/*.spec.ts',
      ],
    },
    {
      ...shared,
      displayName: 'e2e',
      testMatch: ['<rootDir>/test/e2e/**/*.e2e-spec.ts'],
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.browser-spec.ts'],
    },
    {
      ...shared,
      displayName: 'long',
      testMatch: ['<rootDir>/test/long/**/*.long-spec.ts'],
    },
  ],
};
