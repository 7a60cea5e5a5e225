import { SHEET_COLUMNS } from '@core/enterprise';
import { api, bodyOf } from '../../../shared/api/client';
import type { ImportedFirm, ImportReport } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { SheetImport } from '../../../shared/sheet/sheet-import';
import { download } from '../queries';

/** Firms from a sheet: checked row by row first, then the very same file is taken over. */
export function ImportPage() {
  const t = useT();
  return (
    <SheetImport<ImportReport['faults'][number], ImportedFirm>
      title={t('import.title')}
      lead={t('import.lead')}
      columns={SHEET_COLUMNS}
      template={(format) => {
        const params = { query: { format } };
        const call = api.GET('/api/enterprises/import/template', { params, parseAs: 'blob' });
        return download(call, `enterprises.${format}`);
      }}
      check={(fileId) => bodyOf(api.POST('/api/enterprises/import/dry-run', { body: { fileId } }))}
      commit={(fileId, sha256) =>
        bodyOf(api.POST('/api/enterprises/import/commit', { body: { fileId, sha256 } }))
      }
      faultWords={({ code }) => t(`rowFault.${code}`)}
      commitLabel={(count) => t('import.commit', { count })}
      doneTitle={(count) => t('import.done', { count })}
      codesOnce={t('import.codesOnce')}
      known={{ title: t('register.creditCode'), of: ({ creditCode }) => creditCode }}
    />
  );
}
