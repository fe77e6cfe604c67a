import type { PageServerLoad } from './$types';
import { list_shifts } from './oncall.api';

export const load: PageServerLoad = async () => ({
	shifts: await list_shifts({ weeks: 6 }).orError()
});
