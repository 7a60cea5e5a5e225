import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { uploadFile } from '../api/upload';
import { FileButton } from '../files/file-button';
import { saveFile } from '../files/save-file';
import { useLanguage, useT } from '../i18n/i18n-context';
import { ActButton } from '../ui/act-button';
import { Card } from '../ui/card';
import { ErrorNote } from '../ui/error-note';
import { Fingerprint } from '../ui/fingerprint';
import { Note } from '../ui/note';
import { PageHead } from '../ui/page-head';
import { RecordList, type RecordColumn } from '../ui/record-list';

/** A row somebody or something is taken over from. */
interface SheetRow {
  readonly line: number;
}

/** One fault of a sheet, at its place. */
interface SheetFault {
  readonly line: number;
  readonly column: string;
}

/** A sheet as it was read. */
interface SheetReport<Fault extends SheetFault> {
  readonly sha256: string;
  readonly rows: readonly SheetRow[];
  readonly faults: readonly Fault[];
}

/** What was taken over, with the code by which its owner takes it over. */
interface InvitedRow extends SheetRow {
  readonly name: string;
  readonly code: string;
}

interface SheetImportProps<Fault extends SheetFault, Invited extends InvitedRow> {
  readonly title: string;
  readonly lead: string;
  readonly columns: readonly { readonly key: string; readonly zh: string; readonly en: string }[];
  readonly template: (format: 'csv' | 'xlsx') => Promise<void>;
  readonly check: (fileId: string) => Promise<SheetReport<Fault>>;
  readonly commit: (fileId: string, sha256: string) => Promise<readonly Invited[]>;
  readonly faultWords: (fault: Fault) => string;
  readonly commitLabel: (count: number) => string;
  readonly doneTitle: (count: number) => string;
  /** What is to be done with the codes. */
  readonly codesOnce: string;
  /** The second column of the invitations: by what a row is known. */
  readonly known: { readonly title: string; readonly of: (row: Invited) => string };
}

interface Checked<Fault extends SheetFault> {
  readonly fileId: string;
  readonly report: SheetReport<Fault>;
}

/** Rows from a sheet: checked one by one first, then the very same file is taken over. */
export function SheetImport<
  Fault extends SheetFault & { readonly code: string },
  Invited extends InvitedRow,
>(props: SheetImportProps<Fault, Invited>) {
  const t = useT();
  const [checked, setChecked] = useState<Checked<Fault> | null>(null);
  const [invited, setInvited] = useState<readonly Invited[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const check = async (file: File) => {
    setBusy(true);
    setError(null);
    setChecked(null);
    setInvited(null);
    try {
      const media = file.type || 'application/octet-stream';
      const { id } = await uploadFile({ file, name: file.name, media });
      setChecked({ fileId: id, report: await props.check(id) });
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <PageHead title={props.title} lead={props.lead} />
      <div className="stack">
        <Card title={t('import.file')}>
          <div className="row">
            {(['xlsx', 'csv'] as const).map((format) => (
              <ActButton key={format} onAct={() => props.template(format)}>
                {t('import.template', { format: format.toUpperCase() })}
              </ActButton>
            ))}
          </div>
          <FileButton
            label={t('import.choose')}
            accept=".csv,.xlsx"
            disabled={busy}
            onChoose={(file) => void check(file)}
          />
          {busy ? <p role="status">{t('import.checking')}</p> : null}
          {error === null ? null : <ErrorNote error={error} />}
        </Card>
        {checked === null || invited !== null ? null : (
          <Report {...props} checked={checked} onDone={setInvited} />
        )}
        {invited === null ? null : <Invitations {...props} rows={invited} />}
      </div>
    </>
  );
}

function Report<Fault extends SheetFault & { readonly code: string }, Invited extends InvitedRow>({
  checked,
  columns,
  commit,
  commitLabel,
  faultWords,
  onDone,
}: SheetImportProps<Fault, Invited> & {
  readonly checked: Checked<Fault>;
  readonly onDone: (rows: readonly Invited[]) => void;
}) {
  const t = useT();
  const { fileId, report } = checked;
  const { locale } = useLanguage();
  const titles = new Map<string, string>(
    columns.map(({ key, zh, en }) => [key, locale === 'en' ? en : zh]),
  );
  return (
    <Card title={t('import.report')}>
      <Fingerprint digest={report.sha256} />
      <Note tone={report.faults.length === 0 ? 'ok' : 'warn'}>
        {t('import.counts', {
          good: report.rows.length,
          bad: new Set(report.faults.map((one) => one.line)).size,
        })}
      </Note>
      {report.faults.length === 0 ? null : (
        <RecordList
          caption={t('import.faults')}
          rows={report.faults}
          rowKey={(row) => `${row.line}/${row.column}/${row.code}`}
          columns={[
            {
              key: 'line',
              title: t('import.line'),
              place: 'title',
              cell: (row) => t('import.lineNumber', { line: row.line }),
            },
            { key: 'column', title: t('import.field'), cell: (row) => titles.get(row.column) },
            { key: 'code', title: t('import.what'), place: 'main', cell: faultWords },
          ]}
        />
      )}
      {report.rows.length === 0 ? null : (
        <ActButton primary onAct={async () => onDone(await commit(fileId, report.sha256))}>
          {commitLabel(report.rows.length)}
        </ActButton>
      )}
    </Card>
  );
}

/** The codes are here once: only their digests are kept. */
function Invitations<Fault extends SheetFault, Invited extends InvitedRow>({
  rows,
  doneTitle,
  codesOnce,
  known,
}: SheetImportProps<Fault, Invited> & { readonly rows: readonly Invited[] }) {
  const t = useT();
  const save = () => {
    const heads = [known.title, t('import.name'), t('import.code')];
    const lines = rows.map((row) => [known.of(row), row.name, row.code]);
    const text = [heads, ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n');
    saveFile('invitations.csv', new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv' }));
  };
  const mono = (text: string): ReactNode => <span className="mono">{text}</span>;
  const columns: readonly RecordColumn<Invited>[] = [
    { key: 'name', title: t('import.name'), place: 'title', cell: (row) => row.name },
    { key: 'known', title: known.title, cell: known.of },
    { key: 'code', title: t('import.code'), place: 'main', cell: (row) => mono(row.code) },
  ];
  return (
    <Card title={doneTitle(rows.length)}>
      <Note tone="warn">{codesOnce}</Note>
      <div>
        <Button onClick={save}>{t('import.saveCodes')}</Button>
      </div>
      <RecordList
        caption={t('import.codes')}
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={columns}
      />
    </Card>
  );
}

/** A cell of comma-separated text; one that a spreadsheet would take for a formula is made plain. */
function quoted(cell: string): string {
  const plain = /^[=+\-@\t]/.test(cell) ? `'${cell}` : cell;
  return `"${plain.replaceAll('"', '""')}"`;
}
