from govchain.analysis.rule import reader_rule

wrong_shape = reader_rule("wrong-shape", module=__name__)
