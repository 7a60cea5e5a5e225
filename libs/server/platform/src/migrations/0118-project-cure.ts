import { addColumns, column, nullable } from '../database/table';

const Columns = addColumns('ProjectCureColumns', {
  project: { cureBy: nullable(column.moment()) },
});

/** Until when the tenderer mends what a letter names as missing. */
export class ProjectCure0118 extends Columns {
  override readonly name = 'ProjectCure1767225600118';
}
