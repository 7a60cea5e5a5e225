import { SHEET_COLUMNS } from '@core/enterprise';
import { Button } from 'antd';
import { useState } from 'react';
import { api, bodyOf } from '../../../shared/api/client';
import { uploadFile } from '../../../shared/api/upload';
import type { ImportReport, ImportedFirm } from '../../../shared/api/wire';
import { useLanguage, useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { ErrorNote } from '../../../shared/ui/error-note';
import { Fingerprint } from '../../../shared/ui/fingerprint';
import { Note } from '../../../shared/ui/note';
import { PageHead } from '../../../shared/ui/page-head';
import { RecordList } from '../../../shared/ui/record-list';
import { saveFile } from '../../../shared/files/save-file';
import { FileButton } from '../../../shared/files/file-button';
import { download } from '../queries';
import '../enterprise.css';

interface Checked {
  readonly fileId: string;
  readonly report: ImportReport;
}

/** Firms from a sheet: checked row by row first, then the very same file is taken over. */
export function ImportPage() {
  const t = useT();
  const [checked, setChecked] = useState<Checked | null>(null);
  const [invited, setInvited] = useState<readonly ImportedFirm[] | null>(null);
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
      const call = api.POST('/api/enterprises/import/dry-run', { body: { fileId: id } });
      setChecked({ fileId: id, report: await bodyOf(call) });
    } catch (reason) {
      setError(reason);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <PageHead title={t('import.title')} lead={t('import.lead')} />
      <div className="stack">
        <Card title={t('import.file')}>
          <div className="row">
            {(['xlsx', 'csv'] as const).map((format) => (
              <ActButton key={format} onAct={() => template(format)}>
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
          <Report checked={checked} onDone={setInvited} />
        )}
        {invited === null ? null : <Invitations rows={invited} />}
      </div>
    </>
  );
}

function template(format: 'csv' | 'xlsx'): Promise<void> {
  const call = api.GET('/api/enterprises/import/template', {
    params: { query: { format } },
    parseAs: 'blob',
  });
  return download(call, `enterprises.${format}`);
}

function Report({
  checked,
  onDone,
}: {
  readonly checked: Checked;
  readonly onDone: (rows: readonly ImportedFirm[]) => void;
}) {
  const t = useT();
  const { fileId, report } = checked;
  const { locale } = useLanguage();
  const titles = new Map<string, string>(
    SHEET_COLUMNS.map(({ key, zh, en }) => [key, locale === 'en' ? en : zh]),
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
            {
              key: 'code',
              title: t('import.what'),
              place: 'main',
              cell: (row) => t(`rowFault.${row.code}`),
            },
          ]}
        />
      )}
      {report.rows.length === 0 ? null : (
        <ActButton
          primary
          onAct={async () => {
            const call = api.POST('/api/enterprises/import/commit', {
              body: { fileId, sha256: report.sha256 },
            });
            onDone(await bodyOf(call));
          }}
        >
          {t('import.commit', { count: report.rows.length })}
        </ActButton>
      )}
    </Card>
  );
}

/** The codes are here once: only their digests are kept. */
function Invitations({ rows }: { readonly rows: readonly ImportedFirm[] }) {
  const t = useT();
  const save = () => {
    const lines = rows.map(({ creditCode, name, code }) => [creditCode, name, code].join(','));
    const text = `\uFEFF${[t('import.codesHead'), ...lines].join('\r\n')}\r\n`;
    saveFile('invitations.csv', new Blob([text], { type: 'text/csv' }));
  };
  return (
    <Card title={t('import.done', { count: rows.length })}>
      <Note tone="warn">{t('import.codesOnce')}</Note>
      <div>
        <Button onClick={save}>{t('import.saveCodes')}</Button>
      </div>
      <RecordList
        caption={t('import.codes')}
        rows={rows}
        rowKey={(row) => row.creditCode}
        columns={[
          { key: 'name', title: t('register.name'), place: 'title', cell: (row) => row.name },
          {
            key: 'code',
            title: t('register.creditCode'),
            cell: (row) => <span className="mono">{row.creditCode}</span>,
          },
          {
            key: 'invitation',
            title: t('import.code'),
            place: 'main',
            cell: (row) => <span className="mono">{row.code}</span>,
          },
        ]}
      />
    </Card>
  );
}
