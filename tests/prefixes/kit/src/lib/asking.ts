import * as shop from './api/shop.api';
import * as billing from './billing/billing.api';

/** What both apps answer. */
export async function ask(options: { fetch?: typeof fetch } = {}): Promise<string[]> {
	return [
		await shop.list_items(options),
		await shop.list_api_items(options),
		await shop.list_inside(options),
		await shop.moved(options),
		await billing.list_items(options)
	];
}
