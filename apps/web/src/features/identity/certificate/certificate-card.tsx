import { useQuery } from '@tanstack/react-query';
import { api, bodyOf } from '../../../shared/api/client';
import { useRefresh } from '../../../shared/api/use-refresh';
import { isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { certificatesOffered, myCertificates } from '../queries';
import { CertificateFiles } from './certificate-files';

/** The certificates one signs in with; not there on a site that takes none. */
export function CertificateCard() {
  const { data } = useQuery(certificatesOffered);
  return data?.isOn ? <Certificates /> : null;
}

function Certificates() {
  const t = useT();
  const refresh = useRefresh();
  const { data: rows = [] } = useQuery(myCertificates);
  return (
    <section className="card">
      <header className="card__head">
        <h2>{t('certificate.title')}</h2>
        <p className="small muted">{t('certificate.lead')}</p>
      </header>
      <div className="card__body stack">
        {rows.length === 0 ? <p className="muted">{t('certificate.none')}</p> : null}
        <ul className="stack">
          {rows.map((row) => (
            <li key={row.id} className="row">
              <span>
                {row.subject} ·{' '}
                <span className="muted">
                  {t('certificate.until', { until: isoDate(row.validUntil) })}
                </span>
              </span>
              <ActButton
                small
                label={t('certificate.removeOne', { subject: row.subject })}
                onAct={async () => {
                  const params = { path: { id: row.id } };
                  await api.DELETE('/api/me/certificates/{id}', { params });
                  await refresh();
                }}
              >
                {t('certificate.remove')}
              </ActButton>
            </li>
          ))}
        </ul>
        <CertificateFiles
          verb={t('certificate.enrol')}
          onDevice={async (device) => {
            const chain = await device.chain();
            const question = await bodyOf(api.POST('/api/me/certificates/challenge'));
            const signature = await device.sign(question.text);
            await api.POST('/api/me/certificates', {
              body: { challengeId: question.id, chain, signature },
            });
            await refresh();
          }}
        />
      </div>
    </section>
  );
}
