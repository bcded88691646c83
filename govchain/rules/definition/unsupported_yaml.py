from govchain.analysis.rule import reader_rule

unsupported_yaml = reader_rule("unsupported-yaml", module=__name__)
