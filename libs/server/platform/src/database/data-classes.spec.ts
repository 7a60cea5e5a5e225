import { DataSource } from 'typeorm';
import { ALL_MODULES } from '../../../../../test/support/all-modules';
import { aModule, type TestModule } from '../../../../../test/support/module';
import { DATA_CLASSES } from './columns';

describe('data classes', () => {
  let module: TestModule;
  beforeAll(async () => {
    module = await aModule('classes', ALL_MODULES);
  });
  afterAll(() => module.close());

  it('stand at every column, and personal ones are encrypted', () => {
    const bare: string[] = [];
    const plain: string[] = [];
    for (const { target, columns, tableName } of module.get(DataSource).entityMetadatas) {
      const classes = DATA_CLASSES.get(target as object);
      for (const column of columns) {
        const dataClass = classes?.get(column.propertyName);
        const where = `${tableName}.${column.propertyName}`;
        if (!dataClass) bare.push(where);
        if (dataClass === 'personal' && !column.transformer) plain.push(where);
      }
    }
    expect(bare).toEqual([]);
    expect(plain).toEqual([]);
  });
});
