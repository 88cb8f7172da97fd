from call_tree import build_tree, draw_tree

SAMPLES = [
    (["workers", "job", "encode"], 6.0),
    (["workers", "job", "speak"], 3.0),
    (["first process", "read", "read"], 0.9),
    (["first process", "rare"], 0.1),
]


def test_the_costliest_come_first_and_those_that_hand_on_are_left_out() -> None:
    assert draw_tree(build_tree("make", SAMPLES), least=0.05).splitlines() == [
        " 100%  make             ################################################",
        "  90%    job            ###########################################",
        "  60%      encode       #############################",
        "  30%      speak        ##############",
        "  10%    first process  #####",
        "   9%      read         ####",
    ]
