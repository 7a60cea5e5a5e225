/** The direction of dependencies (docs/architecture.md, "Layers"). Each rule names what it protects. */
const coreNpm = 'node_modules/(@noble|@scure|age-encryption|shamir-secret-sharing|hash-wasm)/';
const specs = '\\.(spec|prop\\.spec|e2e-spec|browser-spec|long-spec)\\.tsx?$|/testing/';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '\\.d\\.ts$',
          'main\\.tsx?$',
          'build-page\\.mjs$',
          'openapi',
          '^apps/web/public/',
          '\\.config\\.',
          specs,
          '^test/',
          'worker\\.ts$',
        ],
      },
      to: {},
    },
    {
      name: 'core-is-pure',
      comment: 'libs/core runs in the browser: no Nest, no node:*, only the listed packages',
      severity: 'error',
      from: { path: '^libs/core/', pathNot: specs },
      to: { pathNot: ['^libs/core/', coreNpm], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'core-no-node',
      severity: 'error',
      from: { path: '^libs/core/', pathNot: specs },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contracts-know-core-only',
      severity: 'error',
      from: { path: '^libs/contracts/' },
      to: { path: '^(libs/server|apps)/' },
    },
    {
      name: 'server-knows-no-app',
      severity: 'error',
      from: { path: '^libs/server/' },
      to: { path: '^apps/' },
    },
    {
      name: 'server-knows-no-wire',
      severity: 'error',
      from: { path: '^libs/server/', pathNot: specs },
      to: {
        path: 'node_modules/(class-validator|class-transformer|express|socket\\.io|fastify|@nestjs/platform-fastify|@nestjs/websockets)/',
      },
    },
    {
      name: 'api-knows-no-sql',
      severity: 'error',
      from: { path: '^apps/(api|worker)/' },
      to: { path: ['node_modules/typeorm/', '\\.entity\\.ts$', '\\.store\\.ts$'] },
    },
    {
      name: 'web-knows-no-server',
      severity: 'error',
      from: { path: '^apps/web/' },
      to: { path: ['^libs/server/', 'node_modules/@nestjs/'] },
    },
    {
      name: 'verify-knows-core-only',
      severity: 'error',
      from: {
        path: '^apps/(verify|rules|simulate|holder)/',
        pathNot: [specs, 'build-page\\.mjs$'],
      },
      // SM2 is an optional package, and what it checks is optional too (docs/adr/0024).
      to: { path: ['^libs/(server|contracts)/', 'node_modules/(?!sm-crypto-v2/)'] },
    },
    {
      name: 'no-app-to-app',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-by-their-face',
      comment: 'other libs are imported by their index only',
      severity: 'error',
      from: { path: '^(libs/[^/]+/[^/]+|apps/[^/]+|test)/' },
      to: { path: '^libs/(core|server)/[^/]+/src/(?!index\\.ts$|testing/)', pathNot: '^$1/' },
    },
    {
      name: 'no-undeclared',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'unknown'] },
    },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|data|coverage)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
