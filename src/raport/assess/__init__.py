"""One case, the law and a day: what stands, why, and what next."""
