from govchain.analysis.rule import reader_rule

duplicate_id = reader_rule("duplicate-id", module=__name__)
