from govchain.analysis.rule import reader_rule

unknown_reference = reader_rule("unknown-reference", module=__name__)
