import { api } from '../../shared/api/client';
import type { SignUp } from '../../shared/api/wire';
import { saveFile } from '../../shared/files/save-file';

/** Fetches the printed receipt of one's own sign-up and saves it. */
export async function saveReceipt({
  tenderId,
  lot,
  receipt,
}: Pick<SignUp, 'tenderId' | 'lot' | 'receipt'>): Promise<void> {
  const { data } = await api.GET('/api/tenders/{id}/sign-ups/mine/receipt', {
    params: { path: { id: tenderId }, query: { lot } },
    parseAs: 'blob',
  });
  const file: unknown = data;
  if (file instanceof Blob) saveFile(`${receipt}.pdf`, file);
}
