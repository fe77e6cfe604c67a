// Readers of the demo's notifications, who use the generated client: `node readers.mjs '{"sites": …}'`.
//
// Says "open" once everybody has heard something. Answers each line that it is sent: "seen" with the
// fewest and the most notifications that somebody has, "close" with all that was heard.

import { createInterface } from 'node:readline';
import { stream_notifications } from '$lib/api/notifications.api';

const { sites, after } = JSON.parse(process.argv[2]!) as {
	sites: { url: string; count: number }[];
	/** The newest notification that everybody knows. */
	after: number;
};

interface Reader {
	/** Numbers of the notifications, as they came. */
	ids: number[];
	opened: number;
	dropped: number;
	/** What ended it for good: nothing should. */
	ended: string[];
	heard: boolean;
}

const readers: Reader[] = [];
const streams = sites.flatMap(({ url, count }) =>
	Array.from({ length: count }, () => {
		const reader: Reader = { ids: [], opened: 0, dropped: 0, ended: [], heard: false };
		readers.push(reader);
		return stream_notifications({
			baseUrl: `${url}/api`,
			last_event_id: after,
			on: {
				notification: (notification) => reader.ids.push(notification.id),
				overview: () => hear(reader)
			},
			onOpen: () => reader.opened++,
			onError: (error) => {
				reader.dropped++;
				if (!error.willReconnect) reader.ended.push(String(error));
			}
		});
	})
);

function hear(reader: Reader): void {
	if (reader.heard) return;
	reader.heard = true;
	if (readers.every(({ heard }) => heard)) console.log('open');
}

const answers: { [question: string]: () => unknown } = {
	seen: () => {
		const counts = readers.map(({ ids }) => ids.length);
		return [Math.min(...counts), Math.max(...counts)];
	},
	close: () => {
		for (const stream of streams) stream.close();
		return readers;
	}
};

const questions = createInterface({ input: process.stdin });
questions.on('line', (question) => console.log(JSON.stringify(answers[question]!())));
