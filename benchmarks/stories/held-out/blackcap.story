fol = Folarin Oyelaran | Fola; Folarin; Oyelaran; Blackcap; the Blackcap | M
eve = Evelyn Marchetti | Evelyn; Evie; Eve; Mrs Oyelaran; Mrs. Oyelaran; Marchetti; Evelyn Oyelaran | F
kha = Khalid al-Rashid | Khalid; al-Rashid; Mr al-Rashid | M
dou = Douglas Marchetti | Douglas; Dougie; Mr. Marchetti; Evie's dad; her dad; old man Marchetti | M
lan = the landlady | Mrs Petrov; Mrs. Petrov; Petrov; landlady | F
kid = Zuri | Zuri; the little girl; their daughter | F
===
Blackcap

A/N: sorry its late!! exams. also thanks to everyone who commented on ch 3 you are all stars. enjoy xx

Chapter 4

It was raining when Evie got home, she could hear the telly from the stairs.

<eve a|"Fola?"> she shouted, <eve +|"are you decent?">

<fol i|"Never!">

He was on the settee with his leg up on a bag of peas and the cat on top of the peas. On the telly the news was showing the bridge again, it had been showing the bridge all day.

<eve i|"Tell me that wasn't you.">

<fol i|"That wasn't me.">

<eve i|"Folarin.">

<fol a|"Ok it was me."> he said. <fol +|"But in my defence, the bus was going to fall off.">

Evie put down the shopping. She was not going to yell. She had promised the couples councillor (who thought he was a fireman) that she was not going to yell any more.

<eve a|"You promised you'd stay home,"> she said very calmly. <eve +|"You promised me and you promised Zuri. It was her play.">

His face fell. <fol i|"That was today?">

<eve i|"She was a TREE, Fola. She had a line!">

<fol i|"What was the line?">

<eve i|"'Winter is coming, little bird.'"> Her lip wobbled. <eve +|"She said it to an empty chair".>

There was a long pause. The cat got off the peas.

<fol a|"I'm the worst dad in the world"> he said quietly.

<eve e|"You saved thirty-one people,"> said Evie, because it was true, and it was always true, that was the whole problem. <eve +|"You can't be the worst. There's bound to be one out there whos worse".>

----

When he'd married her she'd been Evelyn Marchetti, of *the* Marchettis, the ones with the docks. Now she was Mrs Oyelaran of flat 6b and she had never been so happy or so tired. Her dad hadn't come to the wedding. He'd sent a lawyer.

The same lawyer was on the doorstep the next morning, in a beautiful coat.

<kha i|"Good morning, Mrs Oyelaran. May I come in?">

<eve i|"That depends. Are you going to serve me something?">

<kha i|"Not today."> Khalid al-Rashid wiped his feet, he was always so polite that it made you want to check your pockets. <kha +|"I've come on my own account. Is your husband at home?">

<eve i|"He's at work. At the, um. Fire station.">

<kha e|"At the fire station,"> Khalid repeated. He looked at the peas, which nobody had picked up. <kha +|"With that knee?">

Evie didn't say anything.

<kha i|"I was on the bus, Mrs Oyelaran.">

<eve a|"Oh,"> she said.

<kha i|"On the top deck. I have been a lawyer for your father for twenty years and in all that time I never prayed once. I made up for it yesterday. And then a man in a black mask put his hand through the window and said, 'Alright mate, don't look down.'"> He smiled for the first time since she'd known him. <kha +|"I would know that voice anywhere. I have been cross-examined by it. At your engagement party, about the price of vol-au-vents.">

<eve e|"He was really upset about the vol-au-vents,"> Evie said weakly.

<kha i|"I won't tell anybody. But you should know that your father is going to.">

<eve i|"Dad? Dad doesn't know anything about—">

<kha i|"He's known since March."> He put an envelope on the table, next to the toast. <kha +|"He means to unmask the Blackcap tonight at the dinner. He thinks you'll come home.">

----

<kid e|"Mummy, is a lawyer the same as a baddie?"> asked Zuri. She was five and a half, and still had a bit of the tree on.

<eve i|"Not always sweetheart. Eat your crusts.">

<kid i|"Grandad's lawyer gave me a pound.">

<eve i|"Did he?">

<kid i|"He said it was for the best tree.">

Evie had to go and look in the fridge for a while.

There was a thump on the ceiling and then a thump on the door and it was the landlady, Mrs Petrov, with her hair in a towel.

<lan a|"Your husband is on my roof."> she said.

<eve i|"What? No he isn't, he's at-">

<lan i|"Eleven years he is on my roof. You think I don't know? Who do you think fixes the tiles?"> Mrs Petrov put her hands on her hips. <lan +|"He is sitting there like a pigeon, crying. Is bad for the gutters. Go and get him.">

----

The Blackcap was sat on the edge with his mask in his lap. He didn't turn round.

<fol i|"I heard. I've got the hearing, remember."> He sniffed. <fol +|"Tonight?">

<eve i|"Tonight.">

<fol i|"Then I'll go. I'll walk in there and I'll say it myself, before he can. It's not much of a secret if you just tell people.">

<eve i|"They'll lock you up".>

<fol i|"Yeah. Probably.">

She sat next to him. You could see the docks from here, all the cranes with her name on. <eve i|"You know what he said to me? When I told him I was marrying you? He said, 'That man has nothing.'">

<fol i|"He's not wrong.">

<eve i|"He was SO wrong!"> And now she was yelling, and she didn't care. <eve +|"You idiot! You've got a knee like a melon and a cat that hates you and a kid who's the best tree in London! I'm not letting my dad have any of it!">

He looked at her for a bit. Then he started to laugh. He laughed till he had to hold on to the aerial.

<fol i|"What?">

<eve i|"What do you mean what, you're the one laughing!">

<fol i|"I just..."> he wiped his eyes. <fol +|"Nothing. You're the scariest person I ever met and I once fought a shark".>

----

Nobody at the Dockers' Dinner had expected Douglas Marchetti's daughter, let alone in jeans. She walked right up the middle with the little girl on her hip. You could of heard a pin drop.

<dou a|"Evelyn."> said her dad. He'd got old. When had he got old? <dou +|"You came home.">

<eve i|"No, Dad. I came to introduce you to someone. You never met her.">

The old man looked at the child. The child, who'd been told to be good, looked back at him with her thumb in her mouth; and then she took it out.

<kid a|"Winter is coming,"> she told him, loud and clear, all the way to the back of the room, <kid +|"little bird.">

And at the lawyers' table Khalid al-Rashid stood up and began to clap.

TBC!! pls review
