ros = Rose Castellano | Rose; Rosie; Castellano | F
wil = Will Castellano | Will; William; Rose's brother; her twin | M
hop = Hope | Hope Adeyemi; Adeyemi | F
gra = Grace Tran | Grace; Gracie | F
mil = Milo | Milo Fairweather; Fairweather | M
ari = Ari | Ariel; Ari Blum; Blum | X
wom = the woman from next door | the neighbor; the woman; neighbor; Mrs. Haas | F
===
The Lake House

There were six of them and five beds, and so, naturally, before anyone had even opened a window there was a fight.

<hop i|"I'm not sleeping with Milo."> Hope dropped her bag in the middle of the floor. <hop +|"No offense, Milo.">

<mil i|"Some taken.">

<hop i|"You kick. You kicked me all the way to Vermont.">

<mil i|"That was a van, Hope! There were eight people in it!">

Grace had already claimed the window bunk by lying down on it in her boots. <gra i|"I vote the twins share. They shared a womb.">

<ros e|"We did our time,"> said Rose.

<wil e|"She hogged it, too,"> said Will.

<ros i|"I did not. You had the cord.">

<ari e|"I'll take the couch,"> Ari offered from the doorway. They had three grocery bags hanging off each arm, and nobody had thought to help them. <ari +|"If somebody would maybe take the milk.">

That made everybody feel bad enough to be nice for an hour.

***

The lake was so cold that it hurt your teeth. They jumped off the end of the dock in the dark, yelling, all but Rose, who sat with her feet in the water and the towels in her lap. Her brother swam back and hung on to the ladder.

<wil i|"You coming in?">

<ros i|"Nope.">

<wil i|"You used to be the first one in.">

<ros i|"I used to be a lot of things.">

He didn't push. It was one of the good things about Will, that he knew where the edge was. He hauled himself up and sat dripping next to her, and she gave him the worst of the towels.

<ros a|"Did you tell them?"> she asked, after a bit.

<wil i|"No. You said not to.">

<ros i|"I know I said not to. I'm asking if you did.">

<wil i|"I told Ari.">

<ros i|"Will!">

<wil i|"They guessed! They've been looking at you all day like you're made of glass. I can't lie to Ari, Rosie, it's like lying to a golden retriever.">

Out in the lake somebody shrieked. It was Milo, to judge by the splashing, and he had met a fish.

<ros e|"So that's two,"> said Rose. She was picking at the end of the dock. Her hair had only just got long enough to tuck behind her ears. <ros +|"Who knew it'd be so hard to keep it from six people.">

<wil i|"Four.">

<ros i|"Shut up.">

<wil i|"Three, really. Grace never notices anything.">

<gra a|"Grace notices plenty,"> said a voice from underneath them. There was a pale face in the gap between the planks. <gra +|"Also, your feet are blue. What don't I know?">

***

<hop e|"Okay,"> Hope said. She'd wrapped herself in the whole of the rug. <hop +|"Okay. Family meeting. Who's got the marshmallows?">

<mil i|"I ate the marshmallows.">

<hop i|"*All* of them?">

<mil i|"It was a stressful swim!">

There were embers left, and Grace was poking at them with a coat hanger. She hadn't said a thing since they came up from the dock. Across from her Ari sat with their knees pulled up and their glasses full of firelight, not looking at anybody so carefully that it amounted to the same thing.

<ros e|"I was going to wait till Sunday,"> said Rose.

The fire popped.

<hop i|"Wait with what? You're scaring me. Is this about Dan? Because I always said that Dan was a—">

<ros i|"It's back.">

It's funny how a room can be the same room. Will reached over without looking, and took hold of his sister's ankle.

<mil e|"Back,"> repeated Milo. He wasn't stupid; he just needed to walk round a thing before he picked it up. <mil +|"Back like... back?">

<ros i|"It's small. They found it early. I start on the fourteenth. They say it's pretty good odds, it's better odds than last time, and I'd really like it if nobody cried, because I've already done that and it takes forever.">

Hope was crying.

<hop a|"I'm not,"> she said. <hop +|"It's the smoke.">

<ari i|"We can do shifts."> Ari had taken a small square notebook out of their hoodie, and a pen out of their hair. <ari +|"I made a chart. I don't drive, so I put myself down for the days when it's just sitting. Milo's got the car. Will has Tuesdays and Fridays. Hope, you're good with doctors, you make them nervous. I left Grace the nights.">

<gra i|"Why am I nights?">

<ari i|"Because you don't sleep anyway.">

<gra e|"Huh,"> said Grace. <gra +|"Fair.">

<ros e|"You guys..."> Rose began.

<mil i|"What color's the chart?">

<ari i|"There are colors. You're orange.">

<mil i|"I love orange.">

<hop e|"Can I be purple?"> Hope asked thickly from the rug.

<ari i|"You *are* purple. You were always going to be purple.">

Then Rose was crying after all, and laughing, and somehow everyone ended up in one heap on the bad couch, six people, eleven elbows, and no marshmallows; and that was how the woman from next door found them, when she came around the side of the house with a flashlight to complain about the noise.

<wom i|"Are you kids drunk?">

<mil e|"No, ma'am,"> said Milo from the bottom. <mil +|"Just sad.">

The woman lowered her light. She was about seventy, in a parka, with a nightgown hanging out from under it. She took in the heap, and the rug, and the girl with the short hair in the middle.

<wom a|"Huh,"> she said in an altered voice. <wom +|"Well, you want to keep that fire up, then. There's more wood in my shed.">

<wil i|"We don't want to trouble you.">

<wom i|"Did I say it was trouble?"> She was already going. <wom +|"One of you come carry. Not the skinny one.">

They all looked at one another.

<mil e|"Which of us,"> Milo said, <mil +|"is the skinny one?">
