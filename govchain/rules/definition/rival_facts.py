from govchain.analysis.rule import reader_rule

rival_facts = reader_rule("rival-facts", module=__name__)
