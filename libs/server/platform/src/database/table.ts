import {
  Table,
  TableColumn,
  TableForeignKey,
  TableIndex,
  type MigrationInterface,
  type QueryRunner,
} from 'typeorm';

interface ColumnSpec {
  readonly type: string;
  readonly length?: string;
  readonly precision?: number;
  readonly isPrimary?: boolean;
  readonly isGenerated?: boolean;
  readonly isNullable?: boolean;
}

/** Column shapes of migrations; each matches the decorator of the same name in `columns.ts`. */
export const column = {
  key: (length = 36): ColumnSpec => ({ type: 'varchar', length: String(length), isPrimary: true }),
  counted: (): ColumnSpec => ({ type: 'int', isPrimary: true, isGenerated: true }),
  position: (): ColumnSpec => ({ type: 'int', isPrimary: true }),
  ref: (): ColumnSpec => ({ type: 'varchar', length: '36' }),
  shortText: (length: number): ColumnSpec => ({ type: 'varchar', length: String(length) }),
  longText: (): ColumnSpec => ({ type: 'text' }),
  personal: (): ColumnSpec => ({ type: 'text' }),
  json: (): ColumnSpec => ({ type: 'text' }),
  moment: (): ColumnSpec => ({ type: 'datetime', precision: 3 }),
  fen: (): ColumnSpec => ({ type: 'bigint' }),
  bigWhole: (): ColumnSpec => ({ type: 'bigint' }),
  whole: (): ColumnSpec => ({ type: 'int' }),
  bytes: (): ColumnSpec => ({ type: 'blob' }),
};

/** The same column, allowed to be null. */
export function nullable(spec: ColumnSpec): ColumnSpec {
  return { ...spec, isNullable: true };
}

/** Everything a migration says about one new table. Names of constraints say the rule. */
export interface TableSpec {
  readonly name: string;
  readonly columns: Readonly<Record<string, ColumnSpec>>;
  /** `uq_…` → columns. */
  readonly unique?: Readonly<Record<string, readonly string[]>>;
  /** `ix_…` → columns. */
  readonly index?: Readonly<Record<string, readonly string[]>>;
  /** `fk_…` → [column, table]; always to that table's `id`. */
  readonly foreign?: Readonly<Record<string, readonly [string, string]>>;
}

function build(runner: QueryRunner, spec: TableSpec): Table {
  const { driver } = runner.dataSource;
  return new Table({
    name: spec.name,
    columns: Object.entries(spec.columns).map(([name, shape]) => ({
      name,
      ...shape,
      type: driver.normalizeType({ type: shape.type as 'varchar' }),
      ...(shape.isGenerated ? { generationStrategy: 'increment' as const } : {}),
    })),
    indices: [
      ...Object.entries(spec.unique ?? {}).map(
        ([name, columnNames]) =>
          new TableIndex({ name, columnNames: [...columnNames], isUnique: true }),
      ),
      ...Object.entries(spec.index ?? {}).map(
        ([name, columnNames]) => new TableIndex({ name, columnNames: [...columnNames] }),
      ),
    ],
    foreignKeys: Object.entries(spec.foreign ?? {}).map(
      ([name, [from, table]]) =>
        new TableForeignKey({
          name,
          columnNames: [from],
          referencedTableName: table,
          referencedColumnNames: ['id'],
          onDelete: 'NO ACTION',
          onUpdate: 'NO ACTION',
        }),
    ),
  });
}

/** A migration that adds columns to tables that exist; every one MUST be nullable, since rows may exist too. */
export function addColumns(
  name: string,
  tables: Readonly<Record<string, Readonly<Record<string, ColumnSpec>>>>,
): new () => MigrationInterface {
  const Migration = class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      const { driver } = runner.dataSource;
      for (const [table, columns] of Object.entries(tables)) {
        const added = Object.entries(columns).map(
          ([column, shape]) =>
            new TableColumn({
              name: column,
              ...nullable(shape),
              type: driver.normalizeType({ type: shape.type as 'varchar' }),
            }),
        );
        await runner.addColumns(table, added);
      }
    }
    async down(runner: QueryRunner): Promise<void> {
      for (const [table, columns] of Object.entries(tables)) {
        await runner.dropColumns(table, Object.keys(columns));
      }
    }
  };
  Object.defineProperty(Migration, 'name', { value: name });
  return Migration;
}

/** Adds a whole number to a table that exists; rows that are there get `before`. The entity says the same default. */
export async function addCounted(
  runner: QueryRunner,
  table: string,
  name: string,
  before: number,
): Promise<void> {
  const type = runner.dataSource.driver.normalizeType({ type: 'int' });
  await runner.addColumn(table, new TableColumn({ name, type, default: before }));
}

/** A migration that makes these tables, in order, and drops them in the reverse order. */
export function createTables(
  name: string,
  specs: readonly TableSpec[],
): new () => MigrationInterface {
  const Migration = class implements MigrationInterface {
    readonly name = name;
    async up(runner: QueryRunner): Promise<void> {
      for (const spec of specs) await runner.createTable(build(runner, spec));
    }
    async down(runner: QueryRunner): Promise<void> {
      for (const spec of [...specs].reverse()) await runner.dropTable(spec.name);
    }
  };
  Object.defineProperty(Migration, 'name', { value: name });
  return Migration;
}
