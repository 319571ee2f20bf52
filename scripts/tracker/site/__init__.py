"""Works out what follows from all pages together: from the pages in ``docs/`` to the files that the builder renders."""
