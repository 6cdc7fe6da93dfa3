"""The case file: one page on which an applicant is seen from every angle."""
