"""placeholder until render lands"""


def build() -> None:
    """x"""
