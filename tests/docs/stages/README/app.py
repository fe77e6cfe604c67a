from main import app
from users import router

app.include_router(router)
