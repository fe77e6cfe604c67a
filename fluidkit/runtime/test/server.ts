// A real HTTP server for each test: it records what it gets and answers as it is told.

import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Received {
	method: string;
	url: string;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface Backend {
	url: string;
	received: Received[];
	/** Resolves when a client has left before the answer was complete. */
	left: Promise<void>;
}

export type Answer = (response: ServerResponse, request: Received) => void;

/** Start a server that answers `{}` unless told otherwise; calls outside of SvelteKit go to it. */
export async function backend(answer: Answer = ok({})): Promise<Backend> {
	const received: Received[] = [];
	let leave: () => void;
	const left = new Promise<void>((resolve) => (leave = resolve));
	const server = createServer((request, response) => {
		const pieces: Buffer[] = [];
		response.on('close', () => response.writableFinished || leave());
		request.on('data', (piece: Buffer) => pieces.push(piece));
		request.on('end', () => {
			const { method = '', url = '', headers } = request;
			const one = { method, url, headers, body: Buffer.concat(pieces).toString('latin1') };
			received.push(one);
			answer(response, one);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	process.env.FLUIDKIT_URL = url;
	onTestFinished(() => {
		delete process.env.FLUIDKIT_URL;
		server.closeAllConnections();
		server.close();
	});
	return { url, received, left };
}

/** Answer JSON. */
export const ok =
	(value: unknown, status = 200): Answer =>
	(response) => {
		response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value));
	};

/** Answer any body with any status. */
export const raw =
	(status: number, body = '', headers: { [name: string]: string } = {}): Answer =>
	(response) => {
		response.writeHead(status, headers).end(body);
	};
