from tests.handlers_stories.ward import Ward
def test_x(ward: Ward) -> None:
    pass
