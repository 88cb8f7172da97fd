wre = Wren Halloway | Wren; Halloway; Miss Halloway | F
cas = Caspar Merriweather | Cass; Caspar; Merriweather; Mr. Merriweather | M
thi = Professor Thistlewood | Thistlewood; the professor; Professor | M
qui = Headmistress Quill | Orla Quill; Madam Quill; the headmistress; Quill; Headmistress | F
ans = Brother Anselm | the Grey Monk; Anselm; the monk; the ghost | M
fit = Fitch Dunmore | Fitch | M
fin = Finola Dunmore | Finn; Finola | F
por = the portrait | the old woman; the old woman in the portrait; portrait | F
===
The Grey Monk of Ravensgill

<cas e|“It’s only out of bounds,”> Cass said, <cas +|“if you get caught.”>

Wren gave him the look she had been giving him since first year. It had never worked, but she kept it in practice.

<wre i|“It’s out of bounds because people die down there.”>

<cas i|“One person. In 1412.”>

<wre i|“One is plenty, Cass.”>

They were crouched behind the suit of armour on the third-floor landing, which smelled of brass polish and, faintly, of cheese. Below them the Dunmore twins were supposed to be keeping watch. From the sound of it they were arguing instead.

<fit i|“You’ve got it upside down.”>

<fin i|“I have not.”>

<fit i|“Finn, that’s north. North is at the top.”>

<fin i|“North is wherever I say it is, I’m the one holding the map!”>

Cass leaned over the banister. <cas i|“Could you two possibly fight more quietly?”>

<fit e|“She started it,”> Fitch hissed up.

His sister trod on his foot. There were eleven minutes between them and she had never let him forget that she’d had them first. <fin a|“Stairs are clear,”> she called softly. <fin +|“Thistlewood’s gone to supper. Go on, before he remembers his glasses.”>

So they went on: down the spiral stair, past the laundry, past the row of headless saints. Wren’s wand gave about as much light as a birthday candle. <wre a|*This is how it happens*,> she thought. <wre +|*This is how you end up as a cautionary tale.*>

At the very bottom was a door, and beside the door, in a frame black with age, a painted old woman was knitting something with too many sleeves.

<por a|“Password,”> said the portrait without interest.

Cass cleared his throat. <cas i|“Er. Misericordia?”>

<por i|“That was last term’s.”>

<cas i|“Fiat lux?”>

<por i|“That’s the boys’ lavatory, dear.”>

<wre e|“May we please come in?”> Wren asked.

The needles stopped. The old woman peered at her over a pair of painted spectacles, and for the first time she looked something other than bored.

<por a|“Four hundred years,”> she said. <por +|“Four hundred years, and you’re the first one who’s thought of that. Mind the step.”>

The door swung open.

***

It was a chapel, or it had been. Half of the roof had come down and roots hung through the gap. In the middle of the floor knelt a figure in grey, and you could see the altar through him.

<cas e|“Oh, brilliant,”> Cass breathed. <cas +|“Oh, that’s really him.”>

<wre i|“Don’t you dare poke it.”>

<cas i|“I wasn’t going to *poke* it.”>

<wre i|“You were getting your stick out.”>

<ans a|“You may both of you come closer,”> said a voice like wind under a door. <ans +|“I have not been poked in some time. It might be pleasant.”>

Neither of them moved. The figure rose, and turned, and pushed back its hood. He had a round, kind, rather stupid face, and a rope burn all the way around his neck.

<ans i|“I am Anselm. They call me the Grey Monk, I believe, on account of the colour. You have the look of a Halloway about you, child.”>

Wren’s mouth had gone dry. <wre i|“I am one.”>

<ans i|“I knew it. It is the chin. A Halloway hanged me.”>

<cas e|“Awkward,”> Cass muttered.

<wre a|“I’m very sorry,”> she said, and meant it. <wre +|“Which one?”>

<ans i|“Sir Godfrey. He was sorry too, afterwards. He used to come and sit just there, where your friend is standing, and weep. It was most embarrassing for us both.”> Brother Anselm sighed. <ans +|“You have come about the bell.”>

<wre i|“We have?”>

<cas e|“We have,”> said Cass quickly. <cas +|“We absolutely have. What bell?”>

<ans i|“The bell that rings before a death in the school. It has been ringing for three nights. Surely you have heard it. I had thought that was why they sent you.”>

<wre e|“Nobody sent us,”> Wren said slowly. <wre +|“Brother, whose death?”>

But the ghost had lifted his head, listening, and he was already going thin at the edges.

<ans i|“He is coming. Hide.”>

***

They got behind the altar just in time. The door banged, and in the doorway stood Professor Thistlewood with his supper napkin still tucked into his collar and a lantern held high.

<thi i|“Anselm! Anselm, you wretched old bedsheet, show yourself!”>

Nothing stirred.

<thi i|“I know they’re here. I met a Dunmore on the stairs with a map, and another Dunmore sitting on her. I’m not a fool.”>

Cass had his fist stuffed in his mouth. Wren could feel him shaking.

<qui e|“No, Barnaby,”> said Headmistress Quill, stepping out of the dark behind him. <qui +|“You never were. That is what has made this so difficult.”>

The lantern jerked. <thi i|“Orla. I thought you were in London.”>

<qui i|“I came back.”>

<thi i|“There are students down here. I was just about to—”>

<qui i|“Yes. I’m sure you were.”> She did not have her wand out. She had her hands folded in her sleeves, the way she stood at prayers. <qui +|“Three nights the bell has rung, and three nights you have come down here to beg a dead man to stop it. Did you think I wouldn’t hear? I’m old. I don’t sleep.”>

<thi a|“It isn’t for me,”> the professor whispered.

<qui i|“I know it isn’t.”>

<thi i|“I looked in the water, Orla. I saw who it was for.”>

Something terrible happened to the headmistress’s face then: it became gentle. <qui i|“So did I, my dear. I have had a very long time to get used to the idea. I’d rather hoped to spare you the fuss.”>

Behind the altar, Wren stopped breathing. <wre a|*Her*,> she thought. <wre +|*It’s ringing for her.*>

And Cass, who had never in his life been able to keep his mouth shut for longer than four minutes, stood up.

<cas a|“Excuse me,”> he said. <cas +|“But can’t we just nick the bell?”>

There was quite a long silence.

<thi e|“Merriweather,”> said Thistlewood, in a strangled voice.

<cas i|“Only, if it doesn’t ring, nobody dies. That’s logic, that is. Isn’t it? Wren?”>

Wren got up too, since there was no longer any point in not. Her knees were white with plaster. <wre a|“It’s not *good* logic,”> she admitted. <wre +|“Good evening, Headmistress.”>

<qui i|“Good evening, Miss Halloway.”> The corner of Quill’s mouth was behaving oddly. <qui +|“Mr. Merriweather. Do you know, in sixty years of scholarship, I don’t believe that has been tried?”>

<thi i|“Because it’s idiotic!”>

<qui i|“Most good magic is, Barnaby. Anselm, do stop lurking. Would it work?”>

The air beside the altar thickened, and the monk’s round face looked out of it, thoughtful.

<ans a|“I am not,”> he said, <ans +|“a theologian. But I should very much like to see somebody try.”>

From the stairs came a crash, a yelp, and a girl’s voice raised in triumph.

<fin i|“I told you that was north!”>
