import { getMetadataArgsStorage, DataSource } from 'typeorm';
import { aModule } from '../../../../../test/support/module';
import { DATA_CLASSES } from '../database/columns';
import { ALL_MODULES } from '../../../../../test/support/all-modules';

describe('migrations', () => {
  it('make exactly the schema of the entities, down to nothing and up again', async () => {
    const module = await aModule('drift', ALL_MODULES);
    const dataSource = module.get(DataSource);
    const drift = async (): Promise<string[]> =>
      (await dataSource.driver.createSchemaBuilder().log()).upQueries.map((query) => query.query);
    expect(await drift()).toEqual([]);
    for (let left = dataSource.migrations.length; left > 0; left--) {
      await dataSource.undoLastMigration();
    }
    expect((await drift()).length).toBeGreaterThan(0);
    await dataSource.runMigrations();
    expect(await drift()).toEqual([]);
    await module.close();
  });

  it('leave no column without a data class', () => {
    const bare = getMetadataArgsStorage().columns.filter(
      (column) => !DATA_CLASSES.get(column.target as object)?.has(column.propertyName),
    );
    expect(bare.map((column) => column.propertyName)).toEqual([]);
  });
});
