import { api } from '../../../shared/api/client';
import type { PanelLetter } from '../../../shared/api/wire';
import { saveAnswer } from '../../../shared/files/save-file';
import { useT } from '../../../shared/i18n/i18n-context';
import { ActButton } from '../../../shared/ui/act-button';

/** Saves what a bidder attached to its answer; nothing where it attached nothing. */
export function EvidenceButton({ letter: { id, fileId } }: { readonly letter: PanelLetter }) {
  const t = useT();
  if (fileId === null) return null;
  return (
    <ActButton
      small
      onAct={async () => {
        const params = { path: { id } };
        saveAnswer(
          await api.GET('/api/panel-letters/{id}/evidence', { params, parseAs: 'blob' }),
          t('room.evidenceFile'),
        );
      }}
    >
      {t('room.openEvidence')}
    </ActButton>
  );
}
