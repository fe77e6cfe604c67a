import { who_am_i } from '$lib/api/auth.api';
import type { LayoutLoad } from './$types';

export const load: LayoutLoad = async ({ fetch }) => {
	return { person: await who_am_i({ fetch }).orError() };
};
