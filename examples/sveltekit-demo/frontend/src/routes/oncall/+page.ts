import type { PageLoad } from './$types';
import { list_shifts } from './oncall.api';

export const load: PageLoad = async ({ fetch }) => ({
	shifts: await list_shifts({ weeks: 6, fetch }).orError()
});
