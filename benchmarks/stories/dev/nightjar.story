tob = Tobias Renner | Toby; Tobias; Renner; Nightjar; the Nightjar | M
mar = Marisol Vega | Marisol; Vega; Ms. Vega; Mari | F
oka = Mr. Okafor | Okafor; Chidi Okafor; Chidi; the editor | M
hol = Dr. Cassandra Holt | Holt; Cassandra; Dr. Holt; Glasshouse; Cassandra Holt | F
ben = Benny | the kid; the boy; Benny Alvarez | M
cop = the sergeant | the cop; sergeant | F
===
Chapter One: The Understudy

The trouble with a cracked rib, Toby had discovered, was that you couldn't sit like a normal person. He eased himself into his desk chair an inch at a time and hoped nobody in the bullpen was looking.

<mar i|"You're walking like my grandfather.">

Of course she was looking. Marisol Vega was always looking; it was what they paid her for. She dropped a paper cup on his blotter and leaned against the partition with her arms folded.

<tob a|"Slept funny,"> he said.

<mar i|"Again?">

<tob i|"It's a bad mattress.">

<mar i|"It's a bad lie, Renner."> She blew on her own coffee. <mar +|"Anyway, drink up. Okafor wants us both in his office, and he's wearing the tie.">

Toby groaned. The tie was burgundy with little anchors on it, and in four years it had never once meant good news.

The editor didn't look up when they came in. He had three front pages laid out across his desk, and the same blurred shape was on every one of them, a smear of grey wings against a burning warehouse.

<oka i|"Tell me what I'm looking at.">

<mar e|"The Nightjar,"> said Marisol promptly. <mar +|"Saturday. The Dockside fire. Eleven people out alive.">

<oka i|"And tell me whose byline is under this picture.">

She winced. <mar i|"The Courier's.">

<oka i|"The Courier's. And this?">

<mar i|"Also the Courier's, sir.">

<oka i|"I have a reporter who lives six blocks from Dockside."> Okafor finally raised his eyes, and they came to rest on Toby like a pair of anvils. <oka +|"Where were you on Saturday night?">

Inside the fire, Toby thought. Under a beam, mostly.

<tob a|"Asleep,"> he said.

<oka i|"Asleep.">

<tob i|"It's a really good mattress.">

Beside him Marisol made a small noise and turned it into a cough. Okafor pinched the bridge of his nose.

<oka a|"Here is what is going to happen,"> he said at last. <oka +|"Dr. Holt is opening that tower of hers tonight. Every camera in the city will be there. If the bird shows up, I want him. I want a name. Vega, you get the quote. Renner, you carry the bag and try to stay awake.">

<mar i|"Yes, sir.">

<tob i|"Yes, Chidi.">

<oka i|"Don't call me that when I'm wearing the tie.">

***

The Holt Tower was ninety floors of blue glass and it hummed. Nobody else seemed to notice. Toby felt it in his back teeth the moment he stepped out of the cab.

<tob i|"Do you hear that?">

<mar i|"Hear what?"> Marisol was already scanning the crowd. <mar +|"Champagne, two o'clock. Councilman, four o'clock. Oh, that's interesting, that's his wife, and that's not who she came with.">

<tob i|"Mari. I mean it. There's a sort of whine.">

<mar i|"That's the string quartet.">

A small boy in a suit two sizes too big had wandered away from the buffet and was staring up at them. He couldn't have been more than eight. There was chocolate on his lapel.

<ben a|"I hear it too,"> he announced.

Marisol crouched. She was good with kids; it was strangers over forty she couldn't stand. <mar i|"Do you? What's your name, sweetheart?">

<ben i|"Benny. My mom cleans here. She says it's the air conditioning but it isn't, it's the glass. It sings when the lady's angry.">

<mar i|"What lady?">

Benny pointed.

Cassandra Holt came down the staircase as if it had been built for the purpose, which it had. She was sixty and looked forty, in a white suit, with a single clear pendant at her throat, and the whole room turned toward her the way plants do.

<hol e|"Friends,"> Holt said, not raising her voice, <hol +|"people who live in glass houses have always been told to be careful. I would like to propose an alternative.">

Polite laughter.

<hol i|"Own the glass.">

The pendant flared. Toby had time to grab the boy with one arm and Marisol with the other, and then every window in the lobby came in at once.

***

There was a service corridor. There usually was. He shoved the two of them through it and kicked the door shut on the screaming.

<mar e|"That was her,"> Marisol was saying, <mar +|"that was Glasshouse, that's what she's called in the Rotterdam file, I *knew* it was a woman, I said so, Toby, didn't I say so? Toby?">

He had his hand pressed against his side. It came away red.

<mar i|"You're hurt.">

<tob i|"It's nothing. Listen. Take Benny down the stairs, all the way down, and don't stop at the garage.">

<mar i|"And what are you going to do, carry my bag?">

<tob i|"I'm going to find another way out.">

<mar i|"There isn't another way out. I've seen the plans. I *gave* you the plans."> Her eyes went from his face to his hand to the tear in his shirt, where something that was not an undershirt showed grey and ribbed as a feather. She went very still. <mar +|"Oh.">

<tob i|"Mari.">

<mar i|"Oh, you absolute jerk.">

<tob i|"I was going to tell you.">

<mar i|"When? At the retirement party? Four years! Four years of mattresses!">

<ben e|"Are you him?"> Benny whispered. His eyes were like dinner plates.

Toby looked down at the kid. There didn't seem to be any point in lying, and he was so tired of it. <tob i|"Yeah, buddy. I'm him.">

<ben i|"You're shorter than on TV.">

<tob i|"I get that a lot.">

Marisol grabbed him by the front of his ruined shirt. For one wild moment he thought she was going to hit him, and then she kissed him, hard, on the corner of the mouth.

<mar a|"Don't die,"> she said. <mar +|"I want the exclusive.">

***

From the mezzanine the Nightjar could see all of it: the guests herded into the middle of the floor, the splinters hanging over their heads like a stopped snowfall, and the woman in white, conducting.

<hol i|"You're late.">

She hadn't turned around.

<tob i|"Traffic.">

<hol i|"I know what you are, you know."> Glasshouse let a shard drift between her fingers. <hol +|"Not who. That's so dull. But I had you weighed on the way in. All my guests are weighed. Seventy-four kilos and a broken rib. You're just a man.">

<tob e|"Most people are,"> the Nightjar said. <tob +|"Let them go, Dr. Holt.">

<hol i|"Say please.">

<tob i|"Please.">

She laughed, delighted, and for a second the splinters wavered. A second was all he needed. He dropped.

***

<cop i|"Hey. Hey! You can't be back here.">

The sergeant had a flashlight and a grey ponytail and the look of somebody four hours past the end of her shift. Toby put up a hand against the light.

<tob a|"Press,"> he croaked.

<cop i|"I don't care if you're the Pope. Medics are out front.">

<mar i|"He's with me, Sergeant."> Marisol ducked under the tape, notebook in hand, hair full of glitter that was not glitter. <mar +|"My photographer. He faints.">

The cop looked him up and down. <cop a|"He looks it,"> she said, and let them by.

They walked as far as the corner without speaking. Somewhere behind them a reporter from the Courier was asking, very loudly, if anyone had got a shot of the bird.

<mar i|"So.">

<tob i|"So.">

<mar i|"Okafor wants a name.">

He stopped. <tob i|"What are you going to tell him?">

<mar i|"I thought"> - she tucked her hand through his arm, on the good side - <mar +|"I might tell him I was asleep.">
