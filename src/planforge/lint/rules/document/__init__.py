"""PF5xx: 发文要素, as the stage asks for them."""
