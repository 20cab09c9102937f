"""In: names as reports write them. Out: actors and sources under neutral names, decided by country, day and context.

May know: lexicons (the YAML helper), arabic, errors. Its data: register/*.yml (actors), sources.yml,
forms.yml (how names vary in writing).
"""
