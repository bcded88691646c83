from govchain.analysis.rule import reader_rule

unknown_key = reader_rule("unknown-key", module=__name__)
