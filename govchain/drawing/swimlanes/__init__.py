"""A folded matter lying: the applicant's lane on top, departments below, time to the right."""
