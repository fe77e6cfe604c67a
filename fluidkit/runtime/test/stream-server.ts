// A real server on loopback that answers with streams.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** One request, and the means to answer it piece by piece. */
export interface Exchange {
	request: IncomingMessage;
	response: ServerResponse;
	/** Which request this is, from 1. */
	count: number;
	/** Value of the Last-Event-ID header, byte for byte as Latin-1. */
	lastEventId: string | undefined;
	/** Begin to answer with an event stream. */
	events(text?: string, headers?: { [name: string]: string }): void;
	write(text: string | Uint8Array): void;
	/** End the connection without the last chunk, in the middle of the answer. */
	cut(): void;
	/** Resolves when the client has left or the answer is complete. */
	left: Promise<void>;
}

export interface TestServer {
	baseUrl: string;
	exchanges: Exchange[];
	/** Sockets that are open. */
	sockets: Set<Socket>;
	/** Requests that are being answered. */
	open: number;
	close(): Promise<void>;
}

/** Serve until the test is over. */
export async function serve(
	answer: (exchange: Exchange) => unknown,
	port = 0
): Promise<TestServer> {
	const server = createServer(async (request, response) => {
		const exchange = exchangeOf(request, response, served.exchanges.length + 1);
		served.exchanges.push(exchange);
		served.open++;
		void exchange.left.then(() => served.open--);
		await answer(exchange);
	});
	const served: TestServer = {
		baseUrl: '',
		exchanges: [],
		sockets: new Set(),
		open: 0,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		}
	};
	server.on('connection', (socket) => {
		served.sockets.add(socket);
		socket.on('close', () => served.sockets.delete(socket));
	});
	await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
	served.baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	onTestFinished(() => served.close());
	return served;
}

function exchangeOf(request: IncomingMessage, response: ServerResponse, count: number): Exchange {
	return {
		request,
		response,
		count,
		lastEventId: request.headers['last-event-id'] as string | undefined,
		events(text = '', headers = {}) {
			response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', ...headers });
			response.flushHeaders();
			if (text) response.write(text);
		},
		write: (text) => void response.write(text),
		cut: () => void response.socket?.destroy(),
		left: new Promise((resolve) => response.on('close', resolve))
	};
}

/** The body of a request. */
export async function bodyOf(request: IncomingMessage): Promise<string> {
	let body = '';
	for await (const chunk of request) body += chunk;
	return body;
}

export const pause = (milliseconds = 0): Promise<void> =>
	new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Wait until something is so. */
export async function until(condition: () => unknown, milliseconds = 3000): Promise<void> {
	const end = performance.now() + milliseconds;
	while (!condition()) {
		if (performance.now() > end) throw new Error(`never: ${condition}`);
		await pause(2);
	}
}
