"""
An app whose routes start like the prefix, and with another app in it.
"""

from fastapi import FastAPI, Request
from fastapi.responses import RedirectResponse

import fluidkit

app = FastAPI()
inside = FastAPI()


@app.get("/items")
def list_items(request: Request) -> str:
    return f"shop {request.url.path}"


@app.get("/api/items")
def list_api_items() -> str:
    return "shop, /api/items"


@app.get("/moved")
def moved() -> str:
    return RedirectResponse("/items")  # type: ignore[return-value]


@inside.get("/items")
def list_inside() -> str:
    return "shop, inside"


app.mount("/inside", inside)
fluidkit.integrate(app, output="web/src/lib/api")

mounting = FastAPI()
mounting.mount("/below", app)
"""The same app, where it is served below a path: no lifespan of it runs."""
