import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { PublicEnterprise } from '../../../shared/api/wire';
import { useSession } from '../../../shared/auth/session';
import { isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';
import { Fingerprint } from '../../../shared/ui/fingerprint';
import { Note } from '../../../shared/ui/note';
import { QueryView } from '../../../shared/ui/query-view';
import { usePageTitle } from '../../../shared/ui/use-page-title';
import { QualificationLines, StaffLines } from '../dossier/content-card';
import { CreditList } from '../dossier/credit-list';
import { DecisionList } from '../dossier/decision-list';
import { publicEnterprise } from '../queries';
import { StateChip } from '../state-chip';
import '../enterprise.css';

const route = getRouteApi('/public/enterprises/$creditCode');

/** What everybody may know of a firm; where the code of a member card leads. */
export function FirmPage() {
  const t = useT();
  const { creditCode } = route.useParams();
  const query = useQuery(publicEnterprise(creditCode));
  usePageTitle(query.data?.name ?? t('firms.title'));
  return (
    <div className="page stack firm-page">
      <QueryView query={query} what={t('enterprise.what')}>
        {(firm) => <Firm firm={firm} />}
      </QueryView>
    </div>
  );
}

function Firm({ firm }: { readonly firm: PublicEnterprise }) {
  const t = useT();
  const reads = useSession()?.permissions.includes('enterprise.verify') ?? false;
  const supervises = useSession()?.permissions.includes('enterprise.suspend') ?? false;
  return (
    <>
      <div className="row row--between">
        <h1>{firm.name}</h1>
        <StateChip state={firm.state} />
      </div>
      {firm.decisions.length === 0 ? null : (
        <Card title={t('decision.title')}>
          <DecisionList decisions={firm.decisions} />
        </Card>
      )}
      {firm.state === 'expired' ? <Note tone="warn">{t('firm.expired')}</Note> : null}
      <Card title={t('firm.record')}>
        <dl className="facts">
          <dt>{t('register.creditCode')}</dt>
          <dd className="mono">{firm.creditCode}</dd>
          <dt>{t('enterprise.memberNumber')}</dt>
          <dd className="mono">{firm.memberNumber ?? t('common.none')}</dd>
          <dt>{t('enterprise.address')}</dt>
          <dd>{firm.address}</dd>
          <dt>{t('firms.verifiedAt')}</dt>
          <dd className="number">
            {firm.verifiedAt === null ? t('common.none') : isoDate(firm.verifiedAt)}
          </dd>
          <dt>{t('enterprise.qualifications')}</dt>
          <dd>
            <QualificationLines rows={firm.qualifications} />
          </dd>
          <dt>{t('staff.title')}</dt>
          <dd>
            <StaffLines rows={firm.staff} />
          </dd>
        </dl>
        <p className="small muted">{t('enterprise.version', { version: firm.version ?? 0 })}</p>
        {reads || supervises ? (
          <Link to="/work/enterprises/$enterpriseId" params={{ enterpriseId: firm.id }}>
            {t('firm.dossier')}
          </Link>
        ) : null}
      </Card>
      <Card title={t('credit.title')}>
        <p className="small muted">{t('credit.lead')}</p>
        <CreditList entries={firm.credit} />
      </Card>
      {firm.attachments.length === 0 ? null : (
        <Card title={t('firm.files')}>
          <ul className="stack">
            {firm.attachments.map((one) => (
              <li key={one.fileId}>
                <a
                  href={`/api/public/enterprises/${firm.creditCode}/attachments/${one.fileId}/file`}
                >
                  {one.title}
                </a>{' '}
                <span className="small muted">{t(`attachmentKind.${one.kind}`)}</span>
                <Fingerprint digest={one.sha256} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
