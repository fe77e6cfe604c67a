"""
A small shop: what editors are asked about.
"""

from fastapi import FastAPI

import fluidkit
from shop.routers import orders, users

app = FastAPI()
app.include_router(users.router)
app.include_router(orders.router)
fluidkit.integrate(app)
