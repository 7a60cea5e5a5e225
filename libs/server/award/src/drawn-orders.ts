const ORDER_NAMES: Readonly<Partial<Record<string, string>>> = {
  sample: '样本抽取顺序',
  tie: '同分抽签顺序',
};

/** What papers call an order of bids drawn in the hall (`sample`, `tie`). */
export function orderName(kind: string): string {
  return ORDER_NAMES[kind] ?? kind;
}

/** The bidders of an order, numbered; a bid without a known name by its id. */
export function namesInOrder(
  order: readonly string[],
  names: ReadonlyMap<string, string>,
): readonly string[] {
  return order.map((bidId, at) => `${at + 1}. ${names.get(bidId) ?? bidId}`);
}
