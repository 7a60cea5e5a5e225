import type { Contract } from '../../../shared/api/wire';
import { useT } from '../../../shared/i18n/i18n-context';

type Standing = Pick<
  Contract,
  'tendererSignedAt' | 'winnerSignedAt' | 'concludedAt' | 'acceptedAt' | 'declined'
>;

/** How far a contract has come, in words. */
export function StateOfContract({ contract }: { readonly contract: Standing }) {
  const t = useT();
  const { tendererSignedAt, winnerSignedAt, concludedAt, acceptedAt, declined } = contract;
  if (acceptedAt !== null) return <b>{t('contract.state.accepted')}</b>;
  if (concludedAt !== null) return <b>{t('contract.state.concluded')}</b>;
  if (declined !== null) return <b>{t('contract.state.declined')}</b>;
  if (tendererSignedAt !== null) return <span>{t('contract.state.waitsForWinner')}</span>;
  if (winnerSignedAt !== null) return <span>{t('contract.state.waitsForTenderer')}</span>;
  return <span>{t('contract.state.written')}</span>;
}
