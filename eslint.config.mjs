import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const clock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time comes from a Clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time comes from a Clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
    message: 'Randomness comes in as bytes.',
  },
];
const orm = [
  {
    selector: "CallExpression[callee.property.name='save']",
    message: 'save() rewinds versions (house rule 6.3): insert, or update by compare-and-set.',
  },
  {
    selector: 'Decorator[expression.callee.name=/^(InjectRepository|InjectDataSource)$/]',
    message: 'All access goes through the UnitOfWork.',
  },
];
const environment = [
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'Settings come from readConfig().',
  },
];

const words = '/[A-Za-z\\u4e00-\\u9fff]/';
const visibleText = [
  `JSXText[value=${words}]`,
  `JSXElement > JSXExpressionContainer > Literal[value=${words}]`,
  `JSXAttribute[name.name=/^(title|alt|label|placeholder|aria-label)$/] > Literal[value=${words}]`,
].map((selector) => ({ selector, message: 'Visible text goes through t().' }));

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'data/',
      'node_modules/',
      'coverage/',
      'libs/contracts/src/schema.d.ts',
      '**/*.cjs',
      'apps/web/public/',
      'test/vectors/**/*.py',
    ],
  },
  ...tseslint.configs.strictTypeChecked,
  ...tseslint.configs.stylisticTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: {
          allowDefaultProject: [
            'eslint.config.mjs',
            'test/*.mjs',
            'test/browser/core/*.mjs',
            'apps/verify/page/*.mjs',
            'apps/web/public/*.js',
          ],
        },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/explicit-module-boundary-types': 'error',
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/restrict-template-expressions': [
        'error',
        { allowNumber: true, allowBoolean: true },
      ],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/no-invalid-void-type': ['error', { allowAsThisParameter: true }],
      '@typescript-eslint/parameter-properties': 'off',
      // Row classes are shapes without methods (house rule 6.13): literals and copies of them are rows too.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      '@typescript-eslint/no-misused-spread': 'off',
      complexity: ['error', 15],
      'max-depth': ['error', 4],
      'max-lines': ['error', { max: 420, skipComments: true, skipBlankLines: true }],
      'no-console': 'error',
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/{api,worker}/**/*.ts'],
    ignores: ['libs/server/platform/**', '**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...clock, ...orm, ...environment] },
  },
  {
    files: ['libs/server/platform/**/*.ts'],
    ignores: ['**/*.spec.ts'],
    rules: { 'no-restricted-syntax': ['error', ...orm] },
  },
  {
    files: [
      'apps/*/src/main.ts',
      'apps/api/src/first-admins.ts',
      'apps/{verify,witness,signer,holder}/**/*.{ts,mjs}',
      'apps/api/src/audit-main.ts',
      'apps/api/src/import-ocds-main.ts',
      'apps/api/src/export-data-spec-main.ts',
      'test/**',
    ],
    rules: { 'no-console': 'off', 'no-restricted-syntax': 'off' },
  },
  {
    files: [
      '**/*.spec.ts',
      '**/*.e2e-spec.ts',
      '**/*.browser-spec.ts',
      '**/*.long-spec.ts',
      'test/**/*.ts',
    ],
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      'max-lines': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['apps/web/**/*.{ts,tsx}'],
    languageOptions: { globals: globals.browser },
    plugins: { 'react-hooks': reactHooks },
    rules: {
      ...reactHooks.configs.recommended.rules,
      '@typescript-eslint/explicit-module-boundary-types': 'off',
      'no-restricted-syntax': ['error', ...visibleText],
    },
  },
  {
    files: ['**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: globals.node },
  },
);
