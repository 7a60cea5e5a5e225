import { Link } from '@tanstack/react-router';
import { api } from '../../../shared/api/client';
import type { Dossier } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { Card } from '../../../shared/ui/card';
import { Fingerprint } from '../../../shared/ui/fingerprint';
import { Note } from '../../../shared/ui/note';
import { download } from '../queries';

/** Leads for the registrar, and the files with what is known of them. Nothing here bars anybody. */
export function FindingsCard({ dossier }: { readonly dossier: Dossier }) {
  const t = useT();
  const { elsewhere, enterprise } = dossier;
  const hasLicence = enterprise.attachments.some((one) => one.kind === 'business_licence');
  return (
    <>
      {elsewhere.length === 0 && hasLicence ? null : (
        <Card title={t('findings.title')}>
          {elsewhere.map((one) => (
            <Note key={`${one.name}/${one.enterpriseId}`} tone="warn">
              {t('findings.elsewhere', { name: one.name, firm: one.enterpriseName })}{' '}
              <Link
                to="/work/enterprises/$enterpriseId"
                params={{ enterpriseId: one.enterpriseId }}
              >
                {t('findings.open')}
              </Link>
            </Note>
          ))}
          {hasLicence ? null : <Note tone="info">{t('findings.noLicence')}</Note>}
        </Card>
      )}
      <FilesCard dossier={dossier} />
    </>
  );
}

/** The files of the record with their fingerprints and what a virus scanner said. */
function FilesCard({ dossier }: { readonly dossier: Dossier }) {
  const t = useT();
  const { enterprise, scans } = dossier;
  if (enterprise.attachments.length === 0) return null;
  return (
    <Card title={t('attachment.files')}>
      <ul className="stack">
        {enterprise.attachments.map((one) => {
          const scan = scans.find((found) => found.fileId === one.fileId)?.scan ?? null;
          return (
            <li key={one.fileId} className="paper">
              <div className="row row--between">
                <strong>{one.title}</strong>
                <span className="chip chip--line">{t(`attachmentKind.${one.kind}`)}</span>
              </div>
              <Fingerprint digest={one.sha256} />
              <p className="small muted">{t(`scan.${scan ?? 'not_scanned'}`)}</p>
              <ActButton
                small
                label={t('attachment.downloadOf', { what: one.title })}
                onAct={() =>
                  download(
                    api.GET('/api/enterprises/{id}/files/{fileId}', {
                      params: { path: { id: enterprise.id, fileId: one.fileId } },
                      parseAs: 'blob',
                    }),
                    one.title,
                  )
                }
              >
                {t('attachment.download')}
              </ActButton>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
