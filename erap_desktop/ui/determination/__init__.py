"""The determination: the worksheet, the award, and the decision in two steps."""
