// The standard's section on parsing an event stream, as it is written and not as one would write it:
// https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
//
// It takes all bytes at once, one character after the other. What the parser is measured against.

export interface Interpreted {
	events: { event: string; data: string; id: string }[];
	retry: number | null;
	comments: number;
	lastEventId: string;
}

export function interpret(bytes: Uint8Array): Interpreted {
	// "Streams must be decoded using the UTF-8 decode algorithm", which strips one BOM.
	const stream = Array.from(new TextDecoder('utf-8').decode(bytes));
	const result: Interpreted = { events: [], retry: null, comments: 0, lastEventId: '' };
	let dataBuffer = '';
	let eventTypeBuffer = '';
	let lastEventIdBuffer = '';

	const dispatch = (): void => {
		// "Set the last event ID string of the event source to the value of the last event ID buffer.
		// The buffer does not get reset"
		result.lastEventId = lastEventIdBuffer;
		// "If the data buffer is an empty string, set the data buffer and the event type buffer to the
		// empty string and return."
		if (dataBuffer !== '') {
			// "If the data buffer's last character is a U+000A LINE FEED (LF) character, then remove
			// the last character from the data buffer."
			if (dataBuffer[dataBuffer.length - 1] === '\n') {
				dataBuffer = dataBuffer.substring(0, dataBuffer.length - 1);
			}
			const event = eventTypeBuffer === '' ? 'message' : eventTypeBuffer;
			result.events.push({ event, data: dataBuffer, id: lastEventIdBuffer });
		}
		dataBuffer = '';
		eventTypeBuffer = '';
	};

	const processField = (field: string, value: string): void => {
		switch (field) {
			case 'event':
				eventTypeBuffer = value;
				break;
			case 'data':
				dataBuffer += value;
				dataBuffer += '\n';
				break;
			case 'id':
				if (!Array.from(value).includes('\u0000')) lastEventIdBuffer = value;
				break;
			case 'retry': {
				let digitsOnly = value.length > 0;
				for (const c of value) if (!'0123456789'.includes(c)) digitsOnly = false;
				if (digitsOnly) result.retry = Number(value);
			}
		}
	};

	const processLine = (line: string): void => {
		if (line === '') return dispatch();
		if (line[0] === ':') return void result.comments++;
		if (!line.includes(':')) return processField(line, '');
		let field = '';
		let position = 0;
		while (line[position] !== ':') field += line[position++];
		let value = line.substring(position + 1);
		if (value[0] === ' ') value = value.substring(1);
		return processField(field, value);
	};

	let line = '';
	for (let i = 0; i < stream.length; i++) {
		const c = stream[i]!;
		if (c === '\r') {
			processLine(line);
			line = '';
			if (stream[i + 1] === '\n') i++;
		} else if (c === '\n') {
			processLine(line);
			line = '';
		} else line += c;
	}
	// "Once the end of the file is reached, any pending data must be discarded."
	return result;
}
