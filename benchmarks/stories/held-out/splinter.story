sas = Aleksandr Voronin | Sasha; Aleksandr; Voronin; the older man; Sash | M
eli = Elias Brandt | Elias; Brandt; Eli; the blond; the younger man | M
noo = Noor | Noor al-Rashid; Dr. al-Rashid; al-Rashid; the doctor; the medic | F
gre = Gregor | the man at the door; the neighbour | M
===
splinter

(cw: blood, past captivity, nobody dies i promise)

It was past three when the key turned in the lock, and Elias, who had not been sleeping, was on his feet before the door had finished opening.

<eli i|"Where the hell have you been?">

Sasha leaned against the frame. He was smiling a little. He had on the good coat, the black one, and it took Elias a second to understand why the front of it was shining.

<sas i|"Don't shout. You'll wake Gregor.">

<eli i|"I don't care about... is that *blood*?">

<sas i|"Some of it.">

<eli i|"Some of it is blood or some of the blood is yours?">

The older man appeared to give this serious thought. <sas a|"Yes,"> he said, and his knees went.

Elias caught him. It was like catching a wardrobe. They went down together in the narrow hallway among the boots, and for a moment he just held on, with his nose in wet wool and his heart going like a drill.

<eli a|*Not again,*> he thought. <eli +|*Please, not again, I can't do this again.*>

<eli a|"Okay,"> he said aloud. <eli +|"Okay. I've got you. Can you walk?">

<sas i|"Obviously.">

<eli i|"Can you walk if I don't let go?">

<sas i|"...Less obviously.">

*

In the bathroom, under the bad light, it looked worse, and then when he had sponged the most of it off it looked better. A long shallow cut ran over the ribs. There was something in it that glittered.

<eli i|"That's glass.">

<sas i|"There was a window.">

<eli i|"You went through a *window*?">

<sas a|"It was closed,"> said the other, as if that explained it. He was sitting on the edge of the tub with his shirt off and his hands gripping his own knees, and he would not look at the mirror. He never did. <sas +|"They had a dog, Eli. Nobody told me about the dog.">

<eli i|"I'm calling Noor.">

<sas i|"No.">

<eli i|"Sasha.">

<sas i|"She has the children this week. It's a splinter. You do it.">

The tweezers were in the cabinet, behind the aspirin. Elias's hands were shaking so badly he had to try twice for the door of it. He'd been a tailor's apprentice, once, in another life. He used to have good hands.

<eli i|"This is going to hurt.">

<sas i|"I would hope so.">

<eli a|"Shut up,"> the blond told him, <eli +|"and breathe out.">

He breathed out. The glass came away in one piece, as long as a fingernail, with a tiny sucking sound that Elias would go on hearing for about a month. Neither of them spoke. When it was done, and the gauze was taped down, he found that he had put his forehead against the scarred shoulder in front of him, and that he was the one who was crying.

<sas i|"Hey.">

<eli i|"Don't.">

<sas i|"Hey, now. Little tailor. Look at me."> A hand came up, a bit clumsily, and settled in his hair. <sas +|"I came back. I said that I'd come back and I came back.">

<eli i|"You said that in Trieste.">

Silence. The tap dripped.

<sas a|"Yes,"> he said finally. <sas +|"I did say it in Trieste.">

*

The knock came at four.

It wasn't a police knock. It was somebody using one knuckle. Elias looked through the spyhole, and let out the breath that he'd been holding, and undid the chain.

<gre a|"There's blood on the stairs,"> said the man at the door. He was in a dressing gown. He was holding a mop. <gre +|"I've done the first two floors. I thought that you'd want to know.">

<eli i|"Gregor, I'm so sorry, I'll—">

<gre i|"Is he alive?">

<eli i|"Yes.">

<gre a|"Good,"> said the neighbour. <gre +|"He owes me a chess game. Tell him that I know what he did with the bishop."> And he went away down the stairs, mopping.

When he got back to the bedroom Sasha was under the covers and grey as the pillow.

<sas i|"Who was it?">

<eli i|"Gregor. He knows about the bishop.">

<sas i|"Damn."> His eyes were closing. <sas +|"Eli?">

<eli i|"What?">

<sas i|"It was her. The girl from the list. She was in the house. They had her in the back, with the dog, and that's why..."> He swallowed. It seemed to take a long time. <sas +|"She's nine. She bit me. It was a really good bite.">

Elias sat down slowly on the edge of the bed. <eli i|"Where is she now?">

<sas i|"With Noor.">

<eli i|"You said that Noor had the children this week.">

<sas a|"Well,"> murmured the older man, <sas +|"now she has one more.">

*

She turned up herself at seven, with a bag over her shoulder and yesterday's make-up on, and she didn't say hello.

<noo i|"Where is he? Did he let you clean it? Did you use the brown bottle or the clear one?">

<eli i|"The clear one.">

<noo i|"Wrong. Move."> The doctor sat down on the bed and peeled back the gauze, and her patient opened one eye. <noo +|"Good morning, Aleksandr. You're an imbecile.">

<sas i|"Good morning, Noor.">

<noo i|"Fourteen stitches, if you'd come to me last night. Now it's tape and prayers. Does this hurt?">

<sas i|"No.">

<noo i|"This?">

He said a word in Russian.

<noo e|"Excellent,"> said Noor, <noo +|"you've still got nerves."> She was quick and not very gentle. Only someone who had known her for as long as Elias had would have noticed that she was blinking. <noo +|"She ate three bowls of rice. She won't tell us her name. She's hidden all of my forks. I said to her, who brought you here? And do you know what she said? She said, the wolf.">

Nobody laughed.

<sas e|"She should see somebody,"> Sasha said to the ceiling. <sas +|"When it's... someone who knows how. It's no good leaving it. You think you can leave it, and you can't.">

It was more than he'd said on that subject in two years. Across the bed, Noor's eyes met Elias's. *Go on*, they said.

<eli i|"So should you.">

<sas i|"I'm fine.">

<eli i|"You've got a hole in you.">

<sas i|"It's a splinter.">

<eli i|"It's not a *splinter*, Sash! None of it's been a splinter!"> He hadn't meant to shout. His voice cracked right down the middle. <eli +|"I can't keep taking it out of you one piece at a time. I'm not a doctor. I'm not even a tailor. I'm just some guy who waits up.">

The radiator ticked. The medic found something terribly interesting at the bottom of her bag.

<sas a|"All right,"> said the man in the bed, so low they hardly heard.

<eli i|"What?">

<sas i|"I said all right. I'll go. I'll talk to your... to whoever it is. Once.">

<eli i|"Twice.">

<sas i|"Once, and we'll see.">

<noo e|"Twice,"> said Noor and Elias together.
