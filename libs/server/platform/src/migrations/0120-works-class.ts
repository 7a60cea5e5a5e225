import { addColumns, column, nullable } from '../database/table';

const Columns = addColumns('WorksClassColumns', {
  project: { worksClass: nullable(column.shortText(3)) },
});

/** What is built: the class of the works in the unified transaction code. */
export class WorksClass0120 extends Columns {
  override readonly name = 'WorksClass1767225600120';
}
