"""Nouns for people without a name ("the captain", "his wife") and the pronouns, with their gender.

Knows words only.
"""

from audiobook.model.script import Gender
from audiobook.scripting.vocabulary.word_sets import word_set

_MALE_ROLES = word_set(
    """
    man boy gentleman fellow lad chap guy youth king prince duke earl count baron lord emperor abbot monk
    friar priest clergyman parson vicar rector curate butler footman coachman groom waiter postman policeman
    constable fireman fisherman workman salesman chairman landlord host huntsman sailor soldier seaman boatman
    ferryman foreman headmaster schoolmaster master squire knight wizard sorcerer husband father dad daddy
    papa brother son nephew uncle grandfather grandson widower bridegroom godfather stepfather stepson actor
    hero blacksmith butcher barber beadle bishop cardinal gaoler jailer hunter Frenchman Englishman Irishman
    Scotchman Scotsman Dutchman Welshman gamekeeper tradesman countryman nobleman henchman bachelor bellboy
    granddad grandad grandpa gramps guardsman cowboy schoolboy tailor sexton cabman cabdriver watchman doorman
    """
)
_FEMALE_ROLES = word_set(
    """
    woman girl lady lass maiden maid housemaid chambermaid parlourmaid housekeeper governess queen
    princess duchess countess baroness empress abbess nun witch sorceress landlady hostess waitress seamstress
    wife mother mom mum mommy mummy mamma mama sister daughter niece aunt auntie grandmother granddaughter
    widow bride godmother stepmother stepdaughter actress heroine mistress schoolgirl schoolmistress
    blonde gran granny grandma nan nana
    headmistress dame matron laundress dressmaker stewardess Frenchwoman Englishwoman Irishwoman gypsy-woman
    charwoman washerwoman midwife spinster lady-in-waiting milkmaid barmaid
    """
)
_EITHER_ROLES = word_set(
    """
    captain doctor colonel general major lieutenant sergeant corporal officer commander admiral inspector
    detective sheriff judge lawyer professor teacher tutor student pupil child baby infant person stranger
    visitor guest traveller traveler passenger neighbour neighbor friend companion comrade partner colleague
    cousin parent relative servant driver guard sentry clerk secretary assistant apprentice shopkeeper
    innkeeper porter gardener cook baker farmer miller merchant banker prisoner thief burglar robber murderer
    killer villain rogue rascal scoundrel pirate spy agent messenger herald speaker singer musician
    painter artist poet writer author reporter journalist editor photographer surgeon physician patient pilot
    engineer mechanic scientist mayor minister ambassador president senator governor official magistrate
    coroner attorney solicitor barrister witness juror foreigner American German Italian Spaniard Russian
    Indian Chinese native beggar tramp peasant shepherd labourer laborer mariner mate boatswain bosun steward
    interpreter guide scout ranger warden keeper caretaker janitor librarian bookseller chemist dentist
    nurse-maid creature monster ghost spirit robot android alien dragon wolf fox rabbit cat dog horse bear owl
    raven crow mouse rat frog toad bird giant dwarf elf goblin troll fairy angel devil demon god goddess
    vampire werewolf other another youngster newcomer intruder youngest eldest elder orphan heir owner
    proprietor manager boss chief leader rider horseman usher cashier bartender barkeeper barman operator
    caller lodger tenant cleric pastor minister preacher valet nurse ensign cadet paladin archer mage healer warlock
    assassin mercenary hacker barista medic paramedic kid teen teenager toddler customer client patron intern
    roommate flatmate classmate teammate blond brunette redhead superhero vigilante cyborg technician
    """
)
_CROWD_ROLES = word_set(
    """
    crowd people men women boys girls children others guests soldiers sailors servants ladies gentlemen
    audience company family party mob group chorus everybody everyone villagers sisters brothers parents twins
    onlookers bystanders travellers pupils students officers guards jury jurors jurymen
    """
)

ROLE_GENDER: dict[str, Gender] = (
    dict.fromkeys((word.lower() for word in _EITHER_ROLES), Gender.UNKNOWN)
    | dict.fromkeys((word.lower() for word in _MALE_ROLES), Gender.MALE)
    | dict.fromkeys((word.lower() for word in _FEMALE_ROLES), Gender.FEMALE)
)
"""Nouns for one person, lower case, and the gender each gives."""

CROWD_ROLES = frozenset(_CROWD_ROLES)
"""Nouns for several people who may speak together."""

NO_PERSONS = word_set(
    """
    voice voices accents accent tone tones whisper whispers face faces eyes eye lips lip mouth mouths tongue tongues
    hand hands head heads heart throat words word answer reply response cry cries shout shouts scream laugh laughter
    question letter note notice sign card telegram paper newspaper book message inscription label radio
    wireless telephone phone loudspeaker intercom screen clock bell
    """
)
"""Nouns that stand as the subject of a verb of speech and are nobody themselves."""

KINSHIP_ROLES = word_set(
    """
    wife husband mother father mom mum dad daddy mommy mummy papa mamma mama sister brother son daughter niece
    nephew aunt uncle cousin grandmother grandfather grandson granddaughter gran
    granny grandma nan nana granddad grandad grandpa friend companion partner colleague
    master mistress lady host hostess guest visitor neighbour neighbor lover fiancé fiancée parent child boy
    girl
    """
)
"""Nouns that mean somebody by way of somebody else: his wife, her friend."""

PASSING_ROLES = word_set(
    """
    man woman boy girl lady gentleman fellow lad lass person child friend companion other another youth elder
    eldest speaker creature one guy chap former latter
    """
)
"""Nouns that any character may be called in passing; they name nobody by themselves."""

SUBJECT_PRONOUNS: dict[str, Gender] = {"he": Gender.MALE, "she": Gender.FEMALE}
OBJECT_PRONOUNS: dict[str, Gender] = {"him": Gender.MALE, "himself": Gender.MALE, "herself": Gender.FEMALE}
POSSESSIVE_PRONOUNS: dict[str, Gender] = {"his": Gender.MALE, "her": Gender.FEMALE, "hers": Gender.FEMALE}
FIRST_PERSON = word_set("i me my mine myself")

ADDRESS_GENDER: dict[str, Gender] = {
    "sir": Gender.MALE, "monsieur": Gender.MALE, "signor": Gender.MALE, "sire": Gender.MALE, "mister": Gender.MALE,
    "madam": Gender.FEMALE, "ma'am": Gender.FEMALE, "ma’am": Gender.FEMALE, "madame": Gender.FEMALE,
    "miss": Gender.FEMALE,
    "mademoiselle": Gender.FEMALE, "milady": Gender.FEMALE, "missus": Gender.FEMALE, "ladies": Gender.FEMALE,
    "mamma": Gender.FEMALE, "mama": Gender.FEMALE, "mother": Gender.FEMALE, "mum": Gender.FEMALE, "mom": Gender.FEMALE,
    "papa": Gender.MALE, "father": Gender.MALE, "dad": Gender.MALE, "daddy": Gender.MALE, "brother": Gender.MALE,
    "sister": Gender.FEMALE, "aunt": Gender.FEMALE, "uncle": Gender.MALE, "girl": Gender.FEMALE, "boy": Gender.MALE,
    "man": Gender.MALE, "woman": Gender.FEMALE, "lad": Gender.MALE, "lass": Gender.FEMALE, "son": Gender.MALE,
}  # fmt: skip
"""Words people are addressed by instead of a name, and the gender of the one addressed."""
