"""
An endpoint in an app that has no sse-starlette.
"""

import json

from fastapi.responses import StreamingResponse


def endpoint():
    def gen():
        yield f"data: {json.dumps({'a': 1})}\n\n"

    return StreamingResponse(gen(), media_type="text/event-stream")
