import type { Enterprise } from '../../../shared/api/wire';
import { isoDate } from '../../../shared/i18n/dates';
import { useT } from '../../../shared/i18n/i18n-context';
import { Card } from '../../../shared/ui/card';

const SHOWN = [
  'address',
  'legalRepresentative',
  'contactName',
  'contactPhone',
  'bankName',
  'bankAccount',
] as const;

/** The whole content as it waits, or as it is in force. */
export function ContentCard({ enterprise }: { readonly enterprise: Enterprise }) {
  const t = useT();
  return (
    <Card title={t('dossier.content')}>
      <dl className="facts">
        <dt>{t('register.creditCode')}</dt>
        <dd className="mono">{enterprise.creditCode}</dd>
        {SHOWN.map((field) => (
          <div key={field} className="facts__pair">
            <dt>{t(`enterprise.${field}`)}</dt>
            <dd>{enterprise[field] === '' ? t('common.none') : enterprise[field]}</dd>
          </div>
        ))}
        <dt>{t('enterprise.qualifications')}</dt>
        <dd>
          <QualificationLines rows={enterprise.qualifications} />
        </dd>
        <dt>{t('staff.title')}</dt>
        <dd>
          <StaffLines rows={enterprise.staff} />
        </dd>
      </dl>
    </Card>
  );
}

/** Certificates, one a line. */
export function QualificationLines({ rows }: { readonly rows: Enterprise['qualifications'] }) {
  const t = useT();
  if (rows.length === 0) return t('common.none');
  return rows.map((one) => (
    <div key={one.certificate}>
      {one.type} {one.grade} · <span className="mono">{one.certificate}</span> ·{' '}
      {t('enterprise.qualificationUntil')} {isoDate(one.validUntil)}
    </div>
  ));
}

/** Key people, one a line: name, role and certificate. */
export function StaffLines({
  rows,
}: {
  readonly rows: readonly Omit<Enterprise['staff'][number], 'id'>[];
}) {
  const t = useT();
  if (rows.length === 0) return t('common.none');
  return rows.map((one) => (
    <div key={`${one.name}/${one.certificate}`}>
      {one.name} · {t(`staffRole.${one.role}`)} · {one.certificateType}{' '}
      <span className="mono">{one.certificate}</span> · {t('enterprise.qualificationUntil')}{' '}
      {isoDate(one.validUntil)}
    </div>
  ));
}
