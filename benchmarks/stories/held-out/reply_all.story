pri = Priyanka Raman | Pri; Priyanka; Raman; Ms Raman | F
dec = Declan O'Brien | Declan; O'Brien; Dec; Mr O'Brien | M
sio = Siobhán Kearney | Siobhán; Siobhan; Kearney; the boss | F
yus = Yusuf | Yusuf from accounts; Yusuf Demir | M
ama = Amma | Amma; Pri's mother; her mother; Mrs Raman | F
int = the intern | intern; Bea | F
===
Reply All

Nobody at Kearney & Strand had ever died of embarrassment. Priyanka checked. There was nothing about it in the handbook.

<yus e|"How many people?"> asked Yusuf.

<pri i|"All of them.">

<yus i|"All of them like all of us, or all of them all of them?">

<pri e|"Dublin,"> said Pri, into her hands. <pri +|"London. The Lisbon people. There's a man in Lisbon called Rui who has written back to say good luck.">

He rolled his chair closer. Yusuf from accounts was the only person in the building who could be trusted with a secret, and this was chiefly because he never listened. He was listening now.

<yus i|"Read it to me. The exact words.">

<pri i|"I can't.">

<yus i|"Pri.">

She turned her screen around. He read it, and his eyebrows went up, and kept on going.

<yus i|"“If O'Brien rolls his sleeves up in one more meeting I shall need to be taken outside and hosed down.” Okay. Well, it's very vivid.">

<pri i|"It was meant for *you*!">

<yus i|"I'm touched.">

<pri i|"I'm going to have to move to Lisbon. No, I can't. Rui's there.">

The glass door at the end of the room opened. Every head in the office went down like wheat.

<sio e|"Ms Raman,"> said Siobhán Kearney. <sio +|"A word?">

*

The boss had a standing desk and stood at it. She did not ask anybody to sit.

<sio i|"I've had an email.">

<pri i|"Yes.">

<sio i|"I believe we've all had it.">

<pri e|"I'll clear my desk,"> said Pri.

<sio i|"You'll do no such thing, I've the Hartnett pitch on Thursday and there's no one else who can do the sums. Declan, come in, don't hover.">

<pri e|*Oh no*,> Pri thought. <pri +|*Oh no, oh no, oh no.*>

He came in. He was wearing a jumper. It was a large shapeless grey one that covered him to the knuckles, and he had evidently borrowed it from someone's grandad, and the tips of his ears were scarlet.

<dec e|"Morning,"> said Declan O'Brien to the carpet.

<pri i|"Morning.">

<sio i|"Grand. So you've met."> Siobhán tapped a stack of paper into line. <sio +|"The two of you are on Hartnett from now until Thursday. You'll be working late. I trust you to keep your sleeves where they are, the both of you. That's all.">

<dec i|"Siobhán, I don't know if—">

<sio i|"That's all, Declan.">

They stood outside in the corridor, looking at the fire extinguisher.

<dec a|"It's very warm,"> he said at last, <dec +|"in this jumper.">

<pri i|"I'm so sorry.">

<dec i|"No, no. It's itchy, too.">

*

By Tuesday night there were nine pizza boxes and they'd stopped saying sorry. He was good. It was annoying. He could look at one of her tables and put his finger straight down on the number that mattered.

<dec i|"What's that one doing there?">

<pri i|"Which?">

<dec i|"The four per cent.">

<pri i|"That's churn."> She leaned over. He smelled of wool. <pri +|"It's people who leave and then come back.">

<dec i|"Do people do that?">

<pri i|"Four per cent of them.">

Her phone buzzed across the table. She looked, and turned it on its face.

<dec i|"Lisbon?">

<pri i|"My mother. She wants to know have I eaten.">

<dec i|"Have you not told her about the pizza?">

<pri i|"You don't tell Amma about pizza.">

It buzzed again. It went on buzzing, in the end, until she gave up and put her on speaker.

<ama i|"Priyanka! Why is it ringing and ringing? I thought that you'd been murdered.">

<pri i|"I'm at work, Amma.">

<ama i|"It's ten o'clock. Who is at work at ten o'clock? Who is there with you? I can hear somebody breathing.">

<dec e|"Good evening, Mrs Raman,"> said Declan.

There was a silence you could have spread on toast.

<ama i|"Is that the one with the arms?">

Pri shut her eyes. <pri i|"Amma, how do you—">

<ama i|"Yusuf told me. He's a good boy, he answers his phone. You, with the arms. Has she eaten?">

<dec i|"She's had some pizza.">

<ama a|"Pizza,"> said the voice, with loathing.

*

He texted her on Wednesday from the far side of the same room.

<dec i|“are you still mad at yusuf”>

<pri a|“I'm going to put his stapler in jelly,”> she typed.

<dec i|“he says your mam wants my address”>

<pri i|“DO NOT give her your address”>

<dec i|“too late. theres a man here with eleven boxes of rice”>

She looked up. Across the desks, over the top of a very large brown parcel, Declan was looking back at her. He'd pushed his sleeves up to get at the tape. He saw her see it. Slowly, never taking his eyes off her face, he rolled them down again.

<yus e|"Oh, for God's sake,"> said Yusuf. <yus +|"Just kiss her. I've got a spreadsheet open.">

*

They won Hartnett. Siobhán had it in an email by four o'clock, and there was cava in plastic cups, and the intern got up on a chair.

<int a|"Speech!"> she called. <int +|"Speech, speech!">

<sio i|"Get down from there, Bea, that's on wheels.">

<int i|"Sorry, Siobhán.">

<sio a|"I'll say one thing only,"> said their boss, and lifted her cup about an inch. <sio +|"It was the four per cent. The old man told me. He said, in forty years, nobody's ever shown me the ones who come back. Whose was that?">

<dec i|"Hers.">

<pri i|"His.">

They had spoken at the same moment. Somebody whooped; she thought it might be Rui, on the screen from Lisbon. O'Brien had gone scarlet again. He cleared his throat.

<dec a|"Would you ever like to get some dinner?"> he said. <dec +|"That's not pizza?">

<pri i|"Will there be sleeves?">

<dec i|"I could be persuaded.">

<yus e|"You know that your mic's still on,"> said Yusuf.
