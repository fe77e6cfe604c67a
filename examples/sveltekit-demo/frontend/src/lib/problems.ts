import type { ApiError, HTTPValidationError, StreamError } from '$lib/api';

/** Messages of a 422 by the field that each is about; what is about the whole body stands at ''. */
export function messagesByField(error: HTTPValidationError): { [field: string]: string } {
	const messages: { [field: string]: string } = {};
	for (const { loc, msg } of error.detail) {
		const field = String(loc[1] ?? '');
		messages[field] ??= msg;
	}
	return messages;
}

/** What to tell people about an error that has no place of its own on the page. */
export function explain(error: ApiError): string {
	if (typeof error.detail === 'string' && error.detail !== error.body) return error.detail;
	return error.status === 0
		? 'The server can’t be reached. Try again in a moment.'
		: `The server answered with status ${error.status}.`;
}

/** Why a stream is over, to be told behind what it was. */
export function explainBreak({ status, detail }: StreamError): string {
	if (!status) return 'The connection to the server was lost.';
	return typeof detail === 'string' ? detail : `The server answered with status ${status}.`;
}
