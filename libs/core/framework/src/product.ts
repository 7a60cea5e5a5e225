import { accept, refuse, type Refusal, type Result } from '@core/kernel';

/** What a supplier delivers in a package: one product, or one service (Order 110 art. 24). */
export interface Product {
  readonly name: string;
  readonly brand: string;
  readonly model: string;
  /** Technical parameters, or what the service comprises. */
  readonly parameters: string;
  /** Delivery, service and where, in words. */
  readonly service: string;
}

/** Why what was typed is no product: `reason` names the part. */
export type ProductRefusal = Refusal<'framework.product_invalid'>;

/** A product as it is kept; name, parameters and service are always said, brand and model where there are any. */
export function productOf(typed: Product): Result<Product, ProductRefusal> {
  const product = {
    name: typed.name.trim(),
    brand: typed.brand.trim(),
    model: typed.model.trim(),
    parameters: typed.parameters.trim(),
    service: typed.service.trim(),
  };
  for (const part of ['name', 'parameters', 'service'] as const) {
    if (product[part] === '') return refuse('framework.product_invalid', { reason: part });
  }
  return accept(product);
}
