"""Figures of tables, charts, dashboards, letters and running text as observations of indicators.

``structured`` calls all of it. The first word of a module's name tells which step it belongs to:

- ``observe_…``: a finder for each kind of place (tables, charts, slides, answers, notes, prose); each gives ``drafts``.
- ``table_…``, ``line_…``, ``head_…``, ``shape_…``, ``cell_…``: how a table is set, what its rows and columns say.
- ``chart_…``, ``slide_…``, ``tile_…``, ``dashboard_pages``: charts, slides and tiles; ``statement_forms`` and
  ``statement_words`` their short statements.
- ``question_names``, ``answer_entries``: Freedom of Information answers.
- ``prose_…``: running text, sentence by sentence (``prose_sentence``): times, headings, service, doubts.
- ``naming…``: what a number in a sentence measures. ``naming`` asks the others in order; each knows one construction
  of English (``naming_share_…`` shares, ``naming_money…`` and ``naming_sums`` money, ``naming_clauses`` by the parse).
- ``statements``, ``statement_…``, ``clause_…``: the paper's own clause as a name, where no shorter one fits.
- ``title_…``: the name as readers see it, alone. ``base_doubts``, ``place_doubts``, ``prose_doubts``: what makes a
  figure wait for a person.
- ``same_…``, ``alike``, ``repeats``, ``prose_twins``, ``parts_of_whole``, ``superseded``: figures held against another.
- ``indicators``: from drafts to records with ids.
"""
