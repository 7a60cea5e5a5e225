import type { ReactNode } from 'react';
import { PHONE, useMedia } from './use-media';
import './record-list.css';

/** One column of a table; `place` says where it goes when the table becomes a list on a phone. */
export interface RecordColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly cell: (row: Row) => ReactNode;
  /** The title line, the chip line, the number that matters (bold), or one of the pairs. */
  readonly place?: 'title' | 'chips' | 'main' | 'pair';
  readonly align?: 'start' | 'end';
}

interface RecordListProps<Row> {
  readonly caption: string;
  readonly columns: readonly RecordColumn<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The header line's total, where one is meaningful. */
  readonly total?: ReactNode;
}

/** A table on wide screens, a list of records on phones; never a sideways scroll. */
export function RecordList<Row>(props: RecordListProps<Row>) {
  const phone = useMedia(PHONE);
  return (
    <div className="record-list">
      {props.total === undefined ? null : <p className="record-list__total small">{props.total}</p>}
      {phone ? <Records {...props} /> : <Table {...props} />}
    </div>
  );
}

function Table<Row>({ caption, columns, rows, rowKey }: RecordListProps<Row>) {
  return (
    <table className="record-table">
      <caption className="reader-only">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={`record-table__${column.align ?? 'start'}`}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map((column) => (
              <td key={column.key} className={`record-table__${column.align ?? 'start'}`}>
                {column.cell(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Records<Row>({ caption, columns, rows, rowKey }: RecordListProps<Row>) {
  const at = (place: NonNullable<RecordColumn<Row>['place']>) =>
    columns.filter((column) => (column.place ?? 'pair') === place);
  return (
    <ul className="records" aria-label={caption}>
      {rows.map((row) => (
        <li key={rowKey(row)} className="record">
          {at('title').map((column) => (
            <div key={column.key} className="record__title">
              {column.cell(row)}
            </div>
          ))}
          <div className="record__chips row">
            {at('chips').map((column) => (
              <div key={column.key}>{column.cell(row)}</div>
            ))}
          </div>
          <dl className="record__pairs">
            {[...at('main'), ...at('pair')].map((column) => (
              <div key={column.key}>
                <dt>{column.title}</dt>
                <dd className={column.place === 'main' ? 'record__main' : ''}>
                  {column.cell(row)}
                </dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}
