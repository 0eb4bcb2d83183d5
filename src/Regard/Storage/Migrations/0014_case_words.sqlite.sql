create virtual table case_words using fts5 (words, content = '', contentless_delete = 1, prefix = '1 2 3');
