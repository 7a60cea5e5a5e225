import type { ExpertContent, ExpertDossier } from '../../../shared/api/wire';
import { api } from '../../../shared/api/client';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { download } from '../../enterprise/queries';
import { SpecialtyNames } from './specialty-names';

const TEXTS = [
  'bornOn',
  'phone',
  'employer',
  'employerCode',
  'region',
  'education',
  'title',
] as const;

/** What an applicant says of himself, with his papers to be opened. */
export function ApplicationFacts({
  expertId,
  content,
  scans,
}: {
  readonly expertId: string;
  readonly content: ExpertContent;
  readonly scans: ExpertDossier['scans'];
}) {
  const t = useT();
  return (
    <div className="stack">
      <dl className="facts">
        {TEXTS.map((field) => (
          <div key={field} className="facts__pair">
            <dt>{t(`expertField.${field}`)}</dt>
            <dd>{content[field] === '' ? t('common.none') : content[field]}</dd>
          </div>
        ))}
        <dt>{t('expertField.titleLevel')}</dt>
        <dd>
          {t(`expertLevel.${content.titleLevel}`)} {content.levelReason}
        </dd>
        <dt>{t('expertField.fieldSince')}</dt>
        <dd className="number">{content.fieldSince}</dd>
        <dt>{t('expertField.specialties')}</dt>
        <dd>
          <SpecialtyNames ids={content.specialties} />
        </dd>
        <dt>{t('expertField.works')}</dt>
        <dd>
          {content.works.length === 0
            ? t('common.none')
            : content.works.map((work) => (
                <div key={`${work.specialty}/${work.name}/${work.year}`}>
                  <SpecialtyNames ids={[work.specialty]} /> · {work.name} · {work.role} ·{' '}
                  <span className="number">{work.year}</span>
                </div>
              ))}
        </dd>
        <dt>{t('expertField.recusals')}</dt>
        <dd>{content.recusals.length === 0 ? t('common.none') : content.recusals.join('、')}</dd>
      </dl>
      <ul className="stack" aria-label={t('expertField.papers')}>
        {content.papers.map((paper) => {
          const scan = scans.find(({ fileId }) => fileId === paper.fileId)?.scan ?? null;
          return (
            <li key={paper.fileId} className="row row--between">
              <span>
                {t(`expertPaper.${paper.kind}`)} · {paper.title}
                {scan === null ? null : <span className="small muted"> · {t(`scan.${scan}`)}</span>}
              </span>
              <ActButton
                small
                label={t('expert.openPaper', { title: paper.title })}
                onAct={() =>
                  download(
                    api.GET('/api/expert-pool/experts/{id}/files/{fileId}', {
                      params: { path: { id: expertId, fileId: paper.fileId } },
                      parseAs: 'blob',
                    }),
                    paper.title,
                  )
                }
              >
                {t('expert.open')}
              </ActButton>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
