from govchain.analysis.rule import reader_rule

missing_key = reader_rule("missing-key", module=__name__)
