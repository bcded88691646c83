from govchain.analysis.rule import reader_rule

unreadable_file = reader_rule("unreadable-file", module=__name__)
