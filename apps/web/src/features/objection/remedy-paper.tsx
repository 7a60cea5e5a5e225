import { filledIn } from '@core/tender';
import type { RemedyPreview } from '../../shared/api/wire';
import { useT } from '../../shared/i18n/i18n-context';
import { NoticePaper } from '../tender/notice/notice-paper';

interface Planned {
  readonly planned: RemedyPreview;
}

/** What a remedy changes, in the reader's language. */
export function WhatChanges({ planned: { kind, passedOver, isVoid } }: Planned) {
  const t = useT();
  if (kind === null) return <p>{t('remedy.changesNothing')}</p>;
  return (
    <p>
      {passedOver === null ? t('remedy.failsLot') : t('remedy.leavesOut', { name: passedOver })}{' '}
      {isVoid ? t('remedy.voids') : null}
    </p>
  );
}

/** The notice a remedy publishes, as it will be read, with what its tenderer has typed so far. */
export function RemedyPaper({ planned, said }: Planned & { readonly said: string }) {
  const t = useT();
  const { title, text } = planned;
  return (
    <>
      <WhatChanges planned={planned} />
      {text === null ? null : (
        <>
          <p className="small muted">{t('remedy.theirWords')}</p>
          <NoticePaper
            title={title ?? ''}
            text={said.trim() === '' ? text : filledIn(text, said)}
          />
        </>
      )}
    </>
  );
}
