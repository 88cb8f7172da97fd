"""Common given names in English books with the gender they are given to: general knowledge, written by hand.

A name that both genders bear often (Robin, Leslie, Evelyn) is left out. Knows no surname and no
nickname but the common ones.
"""

from audiobook.model.script import Gender

_MALE = """
aaron abel abner abraham adam adrian ahmed alan albert alec alexander alex alfred alistair allan allen alvin ambrose
amos andre andrew andy angus anthony anton antonio archibald archie arnold arthur asher august augustus austin bart
bartholomew basil ben benedict benjamin bernard bert bertram bill billy bob bobby boris brad bradley brandon brendan
brian bruce bruno bryan byron caleb calvin carl carlos cecil cedric chad charles charley charlie chester christian
christopher chuck clarence clark claude clement clifford clive colin conrad craig curtis cuthbert cyril cyrus damian
damien dan daniel danny darren dave david dean dennis denis derek desmond dexter dick diego dmitri dominic don
donald doug douglas duncan dylan earl ebenezer ed eddie edgar edmond edmund edward edwin eli elias elijah elliot
elliott ellis emil emmanuel enoch eric ernest ethan eugene evan ezra felix ferdinand fergus finn francis frank
franklin fred frederic frederick fritz gabriel gareth gary gavin geoffrey george gerald gerard gideon gilbert giles
godfrey gordon graham grant greg gregory gus gustav guy hank hans harold harris harry harvey hector henry herbert
herman hiram homer horace horatio howard hubert hugh hugo humphrey ian ichabod ignatius igor isaac isaiah ivan ivor
jack jacob jake james jamie jared jason jasper jay jed jeff jefferson jeffrey jem jeremiah jeremy jerome jerry jesse
jim jimmy job joe joel john johnny jon jonah jonas jonathan jordan jose joseph josh joshua juan jude jules julian
julius justin karl keith ken kenneth kevin kurt kyle lance larry laurence lawrence leander len leo leon leonard
leopold leroy levi lewis lex lionel lloyd logan lorenzo louis lucas lucian lucius luis luke luther magnus malcolm
manuel marcus mario mark marmaduke marshall martin marvin mathew matt matthew maurice max maximilian melvin michael
mick miguel mike miles milo mitchell mohammed montague mortimer moses nathan nathaniel ned neil nelson neville
nicholas nick nigel noah noel norman oliver omar orlando oscar osmond oswald otto owen pablo patrick paul pedro
percival percy perry pete peter phil philip phillip phineas pierre quentin ralph ramon randolph randy raphael
raymond reginald reuben rex reynold ricardo richard rick robbie robert roberto rocco rod roderick rodney roger
roland ron ronald rory ross roy rudolf rudolph rufus rupert russell ryan sam samson samuel saul scott sean sebastian
septimus sergei seth seymour shaun sheldon sherlock sidney sigmund silas silvester simeon simon sol solomon spencer
stan stanley stephen steve steven stewart stuart sylvester tad ted terence theo theobald theodore thaddeus thomas
tim timothy tobias toby todd tom tommy tony travis trevor tristan troy ulysses urban valentine vernon victor vincent
virgil vladimir wallace walter warren wayne wilbur wilfred will willard willie william winston wolfgang xavier
zachary zack
"""

_FEMALE = """
abby abigail ada adela adelaide adele adeline agatha agnes alexandra alexandria alice alicia alison alma amabel
amanda amelia amy anastasia andrea angela angelica angelina anita ann anna annabel anne annette annie antonia
antoinette arabella ariadne ariel astrid audrey augusta aurora barbara beatrice beatrix becky belinda bella
bernadette bernice bertha bess bessie beth betsy betty beverly blanche brenda bridget brigid camilla candace carla
carmen carol carolina caroline carrie cassandra catherine cathy cecilia cecily celeste celia charity charlotte chloe
christa christina christine clara clarissa claudia clementine colette constance cora cordelia corinne cornelia
cynthia daisy daphne dawn deborah debra deirdre delia delilah della denise diana diane dinah dolly dolores dora
doreen doris dorothea dorothy edith edna effie eileen elaine eleanor eleanora elena elinor elise eliza elizabeth
ella ellen eloise elsa elsie elspeth elvira emilia emily emma emmeline enid erica erika esmeralda estella estelle
esther ethel etta eugenia eugenie eunice eva evangeline eve fanny faith felicia felicity fiona flora florence fran
frances francesca frederica freda frieda gabriella gabrielle genevieve georgette georgia georgiana georgina
geraldine gertrude gina ginny gladys gloria grace greta gretchen griselda guinevere gwen gwendolen gwendolyn hannah
harriet hattie hazel heather hedwig helen helena helga henrietta hepzibah hermione hester hetty hilda honor honora
hope ida imogen ingrid irene iris irma isabel isabella isabelle isobel ivy jackie jacqueline jan jane janet janice
jean jeanette jeannie jemima jennifer jenny jessica jessie jill jo joan joanna josephine josie joy joyce juanita
judith judy julia juliana julie juliet justine karen kate katharine katherine kathleen kathy katie katrina kirsten
kitty lana laura lauren lavinia leah lena lenore leonora leonore leticia letitia lettice letty lillian lilian lily
linda lisa liza lizzie lizzy lois lola lorna lorraine lottie louisa louise lucia lucille lucinda lucretia lucy lulu
lydia mabel madeleine madeline madge maggie magdalena maisie mamie marcella marcia margaret margarita marge margery
margie margot maria marian marianna marianne marie mariette marigold marilyn marion marjorie marjory marlene martha
mary mathilda matilda maud maude maureen mavis maxine may meg megan melanie melissa mercedes mercy meredith merle
mildred millicent milly minerva minna minnie mirabel miranda miriam moira mollie molly mona monica muriel myra
myrtle nadia nan nancy naomi natalia natalie natasha nell nellie nelly nettie nina nora norah octavia odette olga
olive olivia ophelia pamela patience patricia patsy patty paula paulina pauline pearl peg peggy penelope penny peony
phoebe phyllis polly portia priscilla prudence rachel rebecca regina rhoda rita roberta rosa rosalie rosalind
rosamond rosamund rose rosemary rosie rowena roxana ruby ruth sabina sabrina sadie sally salome samantha sandra sara
sarah selina selma serena sharon sheila shirley sibyl sidonia silvia sofia sonia sophia sophie sophy stacy stella
stephanie sue susan susanna susannah susie suzanne sybil sylvia tabitha tamara tamsin tania teresa tess tessa thea
thelma theodora theresa therese tilly tina trudy una ursula valerie vanessa vera verity veronica victoria viola
violet violetta virginia vivian vivien wanda wendy wilhelmina winifred winnie yolanda yvette yvonne zelda zoe
"""

_MALE_TODAY = """
abdul aiden alejandro ali amir angelo arjun ashton barry bjorn brady brayden brent brett bryce caden
clayton cody colby colton conner connor corey cory damon dante darius darnell darryl declan deshawn devon
dimitri dirk donnell donovan dustin dwayne dwight easton eduardo emilio emmett enrique enzo erik esteban fernando
franco garrett grayson hakim hassan hiroshi ibrahim jace jaden jamal javier jayden joaquin jorge josiah julio
kendrick kenji khalil kwame lamar lars leif liam luca luka malik marco marquis mateo micah mitch muhammad nate
nikolai nolan paulo preston quinton rafael raj raul ravi reggie rico rodrigo rohan ronan ryder samir sanjay santiago
sergio shane shawn stefan tanner tariq terrence thiago tomas tomás toshiro trent tyler tyrone vikram vince wes wesley
wyatt yusuf zane zayn
"""
_FEMALE_TODAY = """
aaliyah adriana aisha alana alejandra alexa alina allison alyssa amina amira ana anjali annika aria
arianna ava ayesha azra becca bethany bianca breanna bree brianna brittany caitlin callie camila carly
cassie chelsea chiara ciara cindy daniela daniella danielle eliana elisa erin esme fatima
gabriela gianna giulia hailey haley hana heidi hollie holly imani inez isabela jada jamila jasmin jasmine jenna
jillian jordana kaitlyn kara karina kasey katelyn katya kayla keira keisha kelsey kendra khadija kiara
kira krista kristen kristin kristina kylie lacey latoya layla leila leilani lexi lila
mackenzie maeve makayla mariah mariana maribel marina marisol maya mia michaela michelle mikayla mila mina
morgana naima nia nicole nikki nyla paola petra priya rachael raquel rebekah renata rhiannon rosalia samira savannah
selene shreya sienna simone sloane soledad svetlana sylvie tamika tanisha tara tasha tatiana tiana
tiffany tori valentina valeria vivienne ximena yara yasmin zahra zara zoey
"""

_MALE_ABROAD = """
adebayo adewale akira aleksandr alessandro alexei alexey ander andrei anders anil antoine aran arash arjen arne arvid
barnaby bastian bilal björn bodhi bogdan callum cian ciaran cillian cormac cristian dai daisuke danilo dashiell davide
desh dewi diarmuid dieter eamon eamonn einar eoin ewan farid fearghal femi finlay fintan fionn folarin gethin
giovanni guillaume gunnar haakon hamish hamza haruto haruki hugo husein ichiro idris ieuan ifan iker imran ioan
isamu ivo jakob jakub javi jean-luc jean-marc jean-paul jean-pierre jens jiro joao joão jorgen josef jürgen kai karim
kazuo kenta khalid kiran kofi konstantin krzysztof kunle lachlan lajos laszlo lennart lorcan lukas macsen magnus
mahmoud marek mathieu matteo matthias mehmet mikhail miguel mikkel milan mustafa naoki nasir niall niko nils oisin
oleg olof olu omari osman padraig parth pavel piotr pranav radek rafe rahim rahul rajesh rashid rasmus reza rhys rishi
ruairi ryo sami satoshi segun seamus sergey shigeru siddharth soren sören stellan sven tadhg takeshi tariq tendai
teodoro thijs tomasz tunde uwe vasily viktor vivek vlad wei wojciech xavi yannick yasir yevgeny yiannis youssef yuki
yuri yusuke zoltan
"""

_FEMALE_ABROAD = """
adaeze adaobi agnieszka aiko aisling akiko aleksandra amara amaya amrita anaïs anastasiya anneke anya aoife aroha
asha ayaka ayumi bronagh bronwen bronwyn caoimhe carys catalina catrin celine chiamaka chidinma chinwe chloé ciara
clémence cosima deepa delphine devika dilys dragana ebele eilidh eira elif elodie eluned emi emiko enya erzsebet
eimear farah fatou femke fenella finola folake freya funmi galina gráinne grainne greer greet gudrun guadalupe gwenllian
hana haruka hatice hiroko ilse ines inés ingeborg ioana iolanthe irina ishita isolde jadwiga jaya kamala kavita keiko
khadijah kirsty kumiko lakshmi laila larisa leticia liesl linh linnea lourdes lucía ludmila magda maeva mahalia mairead
malgorzata manon mariko marta matilde meera mei michiko mireille morag nadia nadine naoko nasreen natalya ngozi niamh
nilufar nkechi noor nora nour odile oksana olga orla orlaith oyinkan parvati pilar pooja preeti priyanka radhika rania
roisin róisín romy ruta saffron sakura samaira sanna saoirse sara sayuri seonaid shanthi shirin sigrid sinead sinéad
siobhan siobhán siri sofia solveig sorcha sunita svenja swati tamar tamsin tanvi temitope thuy tove tuyet uma ulrike
usha verity vera wanjiku xiomara yewande yoko yolanda yuko zainab zeynep zofia zuri
"""

_KIN: dict[str, tuple[Gender, str]] = {
    "mother": (Gender.FEMALE, "mum mom mummy mommy mam"),
    "father": (Gender.MALE, "dad daddy"),
    "grandmother": (Gender.FEMALE, "gran granny grandma nan nana nanna"),
    "grandfather": (Gender.MALE, "grandad granddad grandpa gramps"),
}
"""What today's families call each other instead of a name."""

KIN_NAMES: dict[str, str] = {word: kin for kin, (_, words) in _KIN.items() for word in words.split()}
"""A kin word used as a name, lower case, to the noun of kinship it stands for."""

GIVEN_NAMES: dict[str, Gender] = (
    dict.fromkeys((_MALE + _MALE_TODAY + _MALE_ABROAD).split(), Gender.MALE)
    | dict.fromkeys((_FEMALE + _FEMALE_TODAY + _FEMALE_ABROAD).split(), Gender.FEMALE)
    | {word: gender for gender, words in _KIN.values() for word in words.split()}
)
"""Given name, lower case, to gender."""

_SHORT_FORMS = """
elizabeth: eliza lizzy lizzie liz beth betty bess bessie betsy lisa libby
katherine: kate katie kitty kathy kat kay kit
katharine: kate katie kitty kathy kit
catherine: cathy kate kitty cathie katy
margaret: maggie meg peggy madge daisy greta peg margie
mary: molly polly moll mollie
anne: annie nan nancy nanny
ann: annie nan nancy
anna: annie nan
dorothy: dolly dora dot dottie
frances: fanny fran
henrietta: hetty etta harriet
harriet: hattie hetty
martha: patty mattie
matilda: tilly mattie
josephine: jo josie
susan: sue susie sukey
susanna: sue susie
victoria: vicky
kitty: kit
isabella: bella bell isabel
arabella: bella
eleanor: nell nelly nellie ellen nora ellie
nell: nellie nelly
helen: nell nelly nellie
ellen: nell nelly nellie
sarah: sally sadie
theresa: tess tessa terry
caroline: carrie lina caro
charlotte: lottie charley
emmeline: emmy
emily: emmy em
rebecca: becky
rosamond: rose rosy
louisa: lou
lucy: lu
sophia: sophy
cecilia: cecily cissy
priscilla: prissy
wilhelmina: minna mina
gwendolen: gwen
alexander: alex alec sandy lex xander sasha
aleksandr: sasha sash alex
alexandra: alex sasha lexi sandra
andrew: andy drew
anthony: tony
arthur: art
benjamin: ben benny
charles: charlie charley chuck
christopher: chris kit
daniel: dan danny
david: dave davy
dominic: nick
edmund: ned ted
edward: ed eddie ned ted teddy
francis: frank
frederick: fred freddy freddie
george: georgie
gregory: greg
harold: hal harry
henry: harry hal hank
herbert: bert herb
isaac: ike
jacob: jake
james: jim jimmy jem jamie
jeremiah: jerry
john: jack johnny
jonathan: jon jonny
joseph: joe joey
joshua: josh
kenneth: ken
lawrence: larry
leonard: len lenny
matthew: matt
michael: mike mick mickey
nathaniel: nat
nicholas: nick
oliver: noll
patrick: pat paddy
peter: pete
philip: phil pip
randolph: randy
raymond: ray
reginald: reggie
richard: dick rick ricky dickon
robert: bob bobby rob robin robbie bert
samuel: sam sammy
stephen: steve
steven: steve
theodore: ted teddy theo
thomas: tom tommy
timothy: tim timmy
walter: wat walt
william: will bill billy willie willy
"""

SHORT_FORMS: dict[str, frozenset[str]] = {
    line.split(":")[0]: frozenset(line.split(":")[1].split()) for line in _SHORT_FORMS.strip().splitlines()
}
"""Full given name to the short forms in common use."""
