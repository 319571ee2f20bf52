"""Keeps ``docs/``: writes what was read, keeps what people changed, reads it all back as data.

``keep`` is the way in (``layout`` says what stands on which page, ``merge`` and ``merge_rows`` join it with people's
version), ``load`` the way out; ``fields`` says what front matter may hold, ``identity`` which ids last.
"""
