"""In: requests of a browser. Out: the front end and its JSON. The one host of FastAPI, argon2 and uvicorn.

``app.create`` builds the service around a :class:`~marsad.web.desk.Desk`, which holds the store and the events gathered
from it. May know: every room but the command line. The front end (``frontend/``) is built into ``static/``.
"""
