import { get_greeting, get_missing } from '../../lib/api/main.api';

export const load = async () => {
	const failing = get_missing('careless').orError();
	// Long enough for the other one to have failed.
	for (let i = 0; i < 20; i++) await get_greeting('careless');
	return { failing: await failing };
};
