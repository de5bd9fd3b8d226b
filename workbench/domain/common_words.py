"""The commonest words of English: they tell nothing of what a text is about, however small the pool is."""

COMMON_WORDS = frozenset(
    """
    the a an and or but nor if then than so as of to in on at by for with from into onto over under out up down off about
    after before between through during against among within without again once here there where when why how what which
    who whom whose this that these those it its he him his she her hers they them their theirs we us our ours you your
    yours i me my mine be am is are was were been being have has had having do does did doing will would shall should can
    could may might must not no yes all any both each few more most other some such only own same too very just also even
    ever never now still yet every many much one say says said get got go going make made take know think want see come
    thing things way because while until well like let dont doesnt didnt isnt wasnt cant wont
    """.split()
)
