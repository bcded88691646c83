from govchain.analysis.rule import reader_rule

bad_value = reader_rule("bad-value", module=__name__)
