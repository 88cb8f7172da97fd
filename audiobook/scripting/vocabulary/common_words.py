"""Function words and the like: what tells a clause's shape, and capitalised words that are nobody's name.

Knows words only.
"""

from audiobook.scripting.vocabulary.word_sets import word_set

PREPOSITIONS = word_set(
    """
    about above across after against along alongside amid among amongst around as at before behind below
    beneath beside besides between beyond by concerning despite down during except for from in inside into
    like near of off on onto opposite out outside over past regarding round save since than through throughout
    till to toward towards under underneath until unto up upon via with within without
    """
)
PLACE_PREPOSITIONS = word_set("in at into near from through towards toward across around outside inside within")
CONJUNCTIONS = word_set(
    """
    and but or nor so yet for then when while as if because though although until where after before since
    whereupon
    """
)
DETERMINERS = word_set(
    """
    the a an this that these those his her their its my our your some any no every each another one
    """
)
AUXILIARIES = word_set(
    """
    was were is are am be been being had has have did does do would could should might must may can will shall
    wasn't weren't isn't hadn't hasn't didn't doesn't wouldn't couldn't won't cannot wasn’t hadn’t didn’t
    couldn’t wouldn’t 'd ’d
    """
)
ADVERBS = word_set(
    """
    not never ever only just also still then now again once suddenly at last soon always often almost nearly
    quite rather very even too there here thus finally all but first next merely simply scarcely hardly barely
    half either both himself herself themselves myself
    """
)
IRREGULAR_PAST = word_set(
    """
    arose awoke beat became began bent bit bled blew bore bought bound bred broke brought built burnt burst
    came cast caught chose clung crept cut dealt drank dreamt drew drove dug fed fell felt fled flew flung
    forbade forgot forgave fought found froze gave got grew ground heard held hid hit hung hurt kept knelt
    knew laid lay leant leapt learnt led left lent let lit lost made meant met paid put quit ran rang read
    rode rose said sang sank sat saw sent set shook shone shot showed shrank shut slept slid smelt sold sought
    spat sped spent split spoke sprang spread stood stole stuck stung strode struck strove stretched swam
    swept swore swung taught thought threw told took tore trod understood undid went wept withdrew woke wore
    wound wrote wrung overheard undertook withheld upset drew spun slung forsook bade bid besought
    """
)
SENTENCE_ENDS = frozenset(".!?…")

NOT_NAMES = word_set(
    """
    i i'm i'll i'd i've i’m i’ll i’d i’ve monday tuesday wednesday thursday friday saturday sunday january
    february march april july august september october november december christmas easter michaelmas god
    lord heaven heavens hell providence english french german italian spanish russian american indian irish
    scotch scottish welsh chinese japanese dutch greek latin roman european christian jewish catholic
    protestant british oh ah eh ha hey hello hallo hullo yes no yeah nay aye well why what who when where how
    o alas pooh nonsense bless please thank thanks goodbye good-bye good hush indeed damn chapter volume part
    book letter mr mrs ms sir madam ma'am tv ok okay internet europe england france germany italy america
    london paris scotland ireland india russia spain rome africa asia york bible the a an and but or if so
    then there here it he she they we you my your his her our their this that these those not never all some
    any dear poor old young little great new sweet is was are were do did does have had has can could would
    will shall should may might must let come go now just only very much more most too for of in on at to from
    with by as into maybe perhaps nobody somebody everybody anybody someone everyone anyone nothing something
    everything both each sorry sure fine right such another either neither again really actually wait stop look listen
    hi um uh er erm hmm huh wow yeah yep nope
    """
)
"""Capitalised words, lower case here, that begin sentences or name things, never alone a person."""

PLACE_WORDS = word_set(
    """
    street road square park hall house lane avenue hill bridge church college university hotel inn court
    castle abbey river lake sea ocean mount island north south east west bank club office company society
    times post gazette daily port cottage lodge grange manor terrace row gardens fields cross station school
    academy
    """
)
"""Words that make a name a place's or a thing's, unless somebody bears them with a title ("Mrs. Hall")."""
