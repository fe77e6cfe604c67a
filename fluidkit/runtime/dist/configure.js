/* eslint-disable */
// Runtime of the generated clients, written by FluidKit: edits are overwritten.

// Settings for all calls.
import { ApiError, failure, passing } from './errors.js';
import { accepted } from './call.js';
import { configuration } from './request.js';
import { rendering } from './host.js';
/**
 * Set things for all calls; what is not given keeps its value.
 *
 * On a server `headers` has to be a function of the request event: a value would be sent for all
 * users alike.
 */
export function configure(settings) {
	if (rendering() && settings.headers && typeof settings.headers !== 'function') {
		throw new TypeError(
			'configure({ headers }) has to be a function on the server, headers: (event) => …, ' +
				'because a value would be sent for every user'
		);
	}
	Object.assign(configuration, settings);
	const { onError } = configuration;
	configuration.attend = onError
		? (name, attempt, again) => attend(name, attempt, again, onError)
		: (_, attempt) => attempt();
}
/** Send, and let the hook have a look at what fails. */
async function attend(name, attempt, again, onError) {
	let response;
	let error;
	try {
		response = await attempt();
		if (accepted(response) || (again && passing.test(`${response.status}`))) return response;
		// A copy, because the caller reads the body too, or takes it.
		error = await failure(name, response.clone());
	} catch (cause) {
		if (again) throw cause;
		error = cause;
	}
	const instead = await hooked(name, () => onError(error, attempt));
	if (instead ?? response) return instead ?? response;
	throw error;
}
/** What the hook throws is a failure of the call like any other. */
async function hooked(name, hook) {
	try {
		return await hook();
	} catch (thrown) {
		throw thrown instanceof ApiError ? thrown : new ApiError(name, thrown);
	}
}
