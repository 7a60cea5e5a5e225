import type { basePriceChinese } from '../zh-CN/base-price';

export const basePriceEnglish: Record<keyof typeof basePriceChinese, string> = {
  'basePrice.title': 'Base price',
  'basePrice.ofLot': 'Base price of lot {number}',
  'basePrice.lead':
    'If there is a base price, seal it before the deadline. It stays on your computer; the platform gets a commitment only, and nobody sees it before the opening. One for each lot, and it cannot be changed.',
  'basePrice.amount': 'Base price',
  'basePrice.amountHint': 'Total with tax, to the fen',
  'basePrice.make': 'Make the base price file',
  'basePrice.keep':
    'Base price {price} yuan. Download the base price file first and keep it: it is needed at the opening, and nobody can restore it.',
  'basePrice.download': 'Download the base price file',
  'basePrice.again': 'Type it again',
  'basePrice.saved': 'The file is saved where only those in charge can see it',
  'basePrice.seal': 'Seal the base price',
  'basePrice.sealedAt': 'Sealed at {at}. Commitment:',
  'basePrice.stillSealed': 'Sealed; opened with the bids',
  'basePrice.notOpened': 'Base price not opened',
  'basePrice.reference':
    'For reference only: closeness to it wins no contract, and no bid is rejected for lying outside a band around it.',
  'basePrice.open': 'Open the base price',
  'basePrice.openText':
    'With the tenderer’s base price file, from the reading until the signing begins; not afterwards.',
  'basePrice.choose': 'Choose the base price file',
  'basePrice.otherFile': 'This is not a base price file of this tender',
  'basePrice.read': 'The file is ready. Press the button and everybody sees it at once.',
  'basePrice.openAct': 'Open it to everybody',
  'basePrice.notYet': 'The base price has not been opened; after the signing begins it cannot be.',
  'hallEvent.basePrice': 'Base price: {price} yuan, for reference only',
  'hallEvent.basePriceLot': 'Base price of lot {lot}: {price} yuan, for reference only',
};
