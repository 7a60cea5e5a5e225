import { api } from '../../../shared/api/client';
import type { OpenedBid } from '../../../shared/api/wire';
import { saveAnswer } from '../../../shared/files/save-file';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';
import { useBidName } from './bid-name';

/** The files of a bid that a member may read now. */
export function BidFiles({
  tenderId,
  bid,
}: {
  readonly tenderId: string;
  readonly bid: OpenedBid;
}) {
  const t = useT();
  const name = useBidName()(bid);
  if (bid.files.length === 0) {
    return bid.bidderName === null ? <p className="small muted">{t('room.noTechnical')}</p> : null;
  }
  return (
    <ul aria-label={`${t('room.files')} · ${name}`}>
      {bid.files.map((file) => (
        <li key={file.id}>
          <ActButton
            small
            label={`${t('room.openFile')} ${file.name} · ${name}`}
            onAct={async () => {
              const path = { tenderId, bidId: bid.id, fileId: file.id };
              saveAnswer(
                await api.GET('/api/evaluations/{tenderId}/bids/{bidId}/files/{fileId}', {
                  params: { path },
                  parseAs: 'blob',
                }),
                file.name,
              );
            }}
          >
            {t('room.openFile')}
          </ActButton>{' '}
          {file.name}
        </li>
      ))}
    </ul>
  );
}
