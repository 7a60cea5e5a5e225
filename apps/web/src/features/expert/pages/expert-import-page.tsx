import { EXPERT_COLUMNS } from '@core/panel';
import { api, bodyOf } from '../../../shared/api/client';
import type { ExpertImportReport, ImportedExpert } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { SheetImport } from '../../../shared/sheet/sheet-import';
import { download } from '../../enterprise/queries';

/** Experts from a sheet: checked row by row first, then the very same file is taken over. */
export function ExpertImportPage() {
  const t = useT();
  return (
    <SheetImport<ExpertImportReport['faults'][number], ImportedExpert>
      title={t('expert.importTitle')}
      lead={t('expert.importLead')}
      columns={EXPERT_COLUMNS}
      template={(format) => {
        const params = { query: { format } };
        const call = api.GET('/api/expert-pool/import/template', { params, parseAs: 'blob' });
        return download(call, `experts.${format}`);
      }}
      check={(fileId) => bodyOf(api.POST('/api/expert-pool/import/dry-run', { body: { fileId } }))}
      commit={(fileId, sha256) =>
        bodyOf(api.POST('/api/expert-pool/import/commit', { body: { fileId, sha256 } }))
      }
      faultWords={({ code }) => t(`rowFault.${code}`)}
      commitLabel={(count) => t('expert.importCommit', { count })}
      doneTitle={(count) => t('expert.importDone', { count })}
      codesOnce={t('expert.importCodes')}
      known={{ title: t('expertField.employer'), of: ({ employer }) => employer }}
    />
  );
}
