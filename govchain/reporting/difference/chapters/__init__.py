"""The chapters of the page on two catalogues, in the order of `page`."""
