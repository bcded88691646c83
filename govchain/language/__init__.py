"""The table of words: every keyword and fixed value of the language, in both spellings.

The reader, the messages and the JSON Schema are made from it, and the reference page is held
against it; nothing else knows how a keyword is spelled.
"""
