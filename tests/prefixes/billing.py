"""
A second app for the same front end.
"""

from fastapi import FastAPI

import fluidkit

app = fluidkit.integrate(FastAPI(), output="web/src/lib/billing", proxy="/billing")


@app.get("/items")
def list_items() -> str:
    return "billing"
