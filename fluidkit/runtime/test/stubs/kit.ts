export class HttpError {
	readonly status: number;
	readonly body: { message: string };
	constructor(status: number, body: { message: string }) {
		this.status = status;
		this.body = body;
	}
}

export function error(status: number, body: { message: string }): never {
	if (status < 400 || status > 599)
		throw new Error('HTTP error status codes must be between 400 and 599');
	throw new HttpError(status, body);
}

export class Redirect {
	readonly status: number;
	readonly location: string;
	constructor(status: number, location: string) {
		this.status = status;
		this.location = location;
	}
}

export const isHttpError = (value: unknown): boolean => value instanceof HttpError;
export const isRedirect = (value: unknown): boolean => value instanceof Redirect;
