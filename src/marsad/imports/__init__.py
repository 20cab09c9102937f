"""In: files of places that a user has. Out: rows in the user's own file, compiled for the gazetteer, and what clashed.

May know: places, arabic, settings, errors. Knows GeoNames dumps, Who's On First, OCHA's datasets, any CSV or GeoJSON.
"""
