nel = Nell Ferris | Nell; Nellie; Eleanor | F
mum = Nell's mother | Mum; Carol; Carol Ferris; Mrs. Ferris; Nell's mum | F
gra = Gran | Gran; Winifred; Granny; Win; Winifred Ferris; Mrs. Ferris | F
joe = Uncle Joe | Joe; Joe Ferris; Joseph | M
dad = Nell's father | Dad; Peter; Peter Ferris; Pete | M
tam = Tamsin | Tam; Tamsin Ferris; Nell's sister | F
nur = the nurse | nurse; the young nurse; Callum | M
===
TIN ROOF

By the time Nell had found somewhere to park, the Ferrises had already started the argument without her. She could hear it from the path.

<joe i|"She can't stay here, Pete. Look at it. Look at the stairs.">

<dad i|"She's lived here for sixty years.">

<joe i|"And she's fallen down them twice since Easter!">

<gra e|"I'm not deaf, you know,"> said Gran, <gra +|"I'm just horizontal.">

Nell let herself in. They were all in the front room, where somebody had put up a bed, and in the bed, propped on every cushion in the house, was her grandmother, with one leg in plaster and a cat on the other.

<gra i|"There she is! Nellie, come and give me a kiss and tell your uncle he's a fool.">

<nel i|"Hello, Gran. Uncle Joe, you're a fool.">

<joe e|"Hello, love,"> said Uncle Joe glumly.

Her father was standing by the window with his hands in his pockets. He gave her a nod. He'd gone a bit greyer since Christmas; they all had, except for Mum, who had gone blonde.

<mum e|"You're late,"> Mum said, and kissed her. <mum +|"Was it the bypass?">

<nel i|"It was the bypass.">

<mum i|"I said it would be the bypass. Didn't I say, Peter?">

<dad i|"You said.">

<nel i|"Where's Tam?">

<mum i|"In the kitchen, sulking.">

<tam a|"I am not sulking!"> shouted her sister through the hatch. <tam +|"I'm making the tea, because nobody else in this family ever does!">

<gra e|"She's sulking,"> Gran confided. <gra +|"She wanted to bring the boyfriend.">

***

Tamsin was seventeen and she was crying into the sugar. Nell took the spoon away from her and put the kettle back on its stand.

<nel i|"Right. What's his name?">

<tam i|"It doesn't matter what his name is. Dad says it's family only.">

<nel i|"Dad would.">

<tam i|"He's *nice*, Nell. He's a nurse. He's the one who was in the ambulance with her, when she fell, that's how we... I mean, he might have been useful. But no. God forbid that anybody be useful.">

Nell leaned on the counter. <nel i|"Hang on. You met your boyfriend at Gran's accident?">

<tam i|"Sort of.">

<nel i|"While she was lying at the bottom of the stairs?">

<tam i|"She introduced us!">

There didn't seem to be an answer to that. Through the hatch they could hear their mother doing her telephone voice, the one that meant she was about to be reasonable.

<mum i|"All I'm saying, Winifred, is that there are some lovely places now. They're not like they were. They've got a hairdresser.">

<gra i|"I've got a hairdresser. I've got Sheila.">

<mum i|"Sheila's eighty-one.">

<gra i|"And she's never dropped a stitch.">

<joe i|"It's perms she does, Mum, not knitting.">

<gra i|"You haven't seen her perms.">

Nell put her hand over her mouth. Tamsin caught her eye, and the pair of them slid down the front of the units onto the lino, the way they used to when they were small and the shouting was about something else, and laughed till it hurt.

<tam e|"I've missed you,"> said Tam presently, wiping her face with the tea towel. <tam +|"You never come home.">

<nel i|"I know. I'm sorry.">

<tam i|"Is it because of Dad?">

Nell didn't answer straight away. <nel i|"It's because of the bypass.">

***

It rained. It always did, at Gran's, and on the tin roof of the lean-to it made such a row that they had to raise their voices, so that by four o'clock what had been a discussion was officially a fight.

<joe i|"I'm the one who's here! I'm the one who comes on Tuesdays and does her bins!">

<dad i|"Nobody's saying you don't, Joe.">

<joe i|"You're in Reading! You've been in Reading for thirty years! You don't get to swan in and tell me that the stairs are fine!">

<dad i|"I never said they were fine.">

<mum e|"You did, Peter,"> Mum put in.

<dad i|"Carol, for pity's sake, whose side are you on?">

<gra a|"There's no sides,"> said the old woman in the bed. <gra +|"There's only me.">

It was so quietly spoken that it ought to have been drowned out by the rain. It wasn't. Uncle Joe sat down on the piano stool.

<gra a|"When your dad put that roof on, he did it wrong,"> she went on. <gra +|"I told him it was wrong. I said, Arthur, that'll sound like the end of the world every time there's a shower. And he said, Win, you'll get used to it. Well, I never did. I've hated it every single day. But I've listened to it with him, and I've listened to it without him, and I'd know it anywhere, and if I wake up in the night and it's not there I shan't know where I am. Do you see?">

Nobody spoke. The cat got up and turned around and lay down again.

<dad e|"I'll put in a stairlift,"> said Nell's father. He'd taken his hands out of his pockets. <dad +|"And a rail. And I'll come up. I could do, what, every other weekend? I'm only the four days now.">

<joe i|"You hate it here.">

<dad i|"I don't hate it. I hate the bypass.">

From the floor of the kitchen came a sort of squawk.

<mum e|"Are you two all right in there?"> called Mum.

<nel i|"Fine!">

<mum i|"What are you doing?">

<tam i|"Sulking!">

The doorbell rang. It played *Greensleeves*, three notes flat, and it took everybody by surprise. Joe got up to answer it. When he came back there was a young man behind him in a green uniform, dripping on the carpet, with a bunch of petrol-station carnations.

<nur a|"Sorry to disturb,"> he said. He couldn't have been a day over twenty-two. <nur +|"I was just passing. I thought I'd see how the leg was.">

<gra e|"Callum!"> cried Gran. She'd gone quite pink. <gra +|"Come in, pet, come in, never mind your boots. That's my son, that's my other son, that's Carol, she's harmless. And you know Tamsin.">

Tamsin had appeared at the hatch with mascara down to her chin.

<nur a|"Hiya,"> said the nurse, to her, and only to her.

<tam i|"Hiya.">

Her father looked at the boy. He looked at the carnations. He took a long breath, and Nell, who knew that breath, got ready to step in.

<dad a|"Do you know anything,"> he said, <dad +|"about stairlifts?">
