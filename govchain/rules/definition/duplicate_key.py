from govchain.analysis.rule import reader_rule

duplicate_key = reader_rule("duplicate-key", module=__name__)
