"""ERAP Desktop: what a caseworker, supervisor or administrator sees; the only package that imports Qt."""
